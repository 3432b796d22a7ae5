import { Notice } from './ui/notice.tsx';

export default function NotFound() {
  return (
    <Notice title="There is nothing at this address">
      <p>The report may have been taken out of the archive, or the address may be misspelt.</p>
      <p>
        <a href="/">Search the archive</a>
      </p>
    </Notice>
  );
}
