const ID = 'announcer';

/** Where a page tells what a button did, to those who do not see it. */
export function Announcer() {
  return <p id={ID} className="visually-hidden" role="status" />;
}

export function announce(text: string): void {
  const place = document.getElementById(ID);
  if (place) place.textContent = text;
}
