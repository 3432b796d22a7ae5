// Runs in each page before its own scripts.

let since = 0;
addEventListener(
  'input',
  (event) => {
    since = event.timeStamp;
  },
  true,
);

const PATIENCE_MS = 15_000;

/** The time of the first hit's first paint, as the browser tells it: what the page does after it is not counted. */
function firstPaint() {
  const { promise, resolve, reject } = Promise.withResolvers();
  const inserted = new MutationObserver(() => {
    const hit = document.querySelector('article');
    if (!hit?.textContent) return;
    inserted.disconnect();
    for (const part of [hit, ...hit.querySelectorAll('*')]) part.setAttribute('elementtiming', 'hit');
  });
  inserted.observe(document, { childList: true, subtree: true });
  const paints = new PerformanceObserver((list) =>
    resolve(Math.min(...list.getEntries().map((paint) => paint.renderTime))),
  );
  paints.observe({ type: 'element', buffered: true });
  setTimeout(reject, PATIENCE_MS, new Error(`no hit shown within ${PATIENCE_MS} ms`));
  return promise;
}

/** The time of the message that follows the frame in which all is shown: it is painted then. */
function painted(isShown, name) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const giveUp = performance.now() + PATIENCE_MS;
  const look = () => {
    if (performance.now() > giveUp) reject(new Error(`not shown within ${PATIENCE_MS} ms: ${name}`));
    else if (!isShown()) requestAnimationFrame(look);
    else {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    }
  };
  requestAnimationFrame(look);
  return promise;
}

/** Does the first hit say this text with these words marked? */
function shows({ text, marks }) {
  const hit = document.querySelector('article');
  const marked = [...(hit?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent);
  return Boolean(hit?.textContent.includes(text)) && marks.join() === marked.join();
}

window.bench = {
  /** Milliseconds from the beginning of the navigation to the paint of a hit. */
  firstHit: firstPaint(),
  /** Milliseconds from the last key before it to the paint of this first hit. */
  keyToHit: async (hit) => (await painted(() => shows(hit), JSON.stringify(hit))) - since,
};
