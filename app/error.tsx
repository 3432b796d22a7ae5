'use client';
import { Notice } from './ui/notice.tsx';

export default function Failure({ reset }: { error: Error; reset: () => void }) {
  return (
    <Notice title="This page could not be made">
      <p>The fault is ours, not yours; the archive itself is untouched. Try again, or go back to the search.</p>
      <p>
        <button type="button" onClick={reset}>
          Try again
        </button>{' '}
        <a href="/">Search the archive</a>
      </p>
    </Notice>
  );
}
