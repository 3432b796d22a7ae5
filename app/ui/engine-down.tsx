import { Notice } from './notice.tsx';

export function EngineDown() {
  return (
    <Notice title="The archive does not answer">
      <p>
        The search engine behind this page is not running, or is still starting. Nothing is lost: the reports are kept.
      </p>
      <p>Reload this page in some seconds. If it stays so, whoever runs the archive can start it again with</p>
      <pre>npm start</pre>
    </Notice>
  );
}
