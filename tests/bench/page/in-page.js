// Runs in each page before its own scripts. A time is that of the message that follows the frame: it is painted then.

let since = 0;
addEventListener(
  'input',
  (event) => {
    since = event.timeStamp;
  },
  true,
);

const PATIENCE_MS = 15_000;

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
  firstHit: painted(() => document.querySelector('article')?.textContent, 'a hit'),
  /** Milliseconds from the last key before it to the paint of this first hit. */
  keyToHit: async (hit) => (await painted(() => shows(hit), JSON.stringify(hit))) - since,
};
