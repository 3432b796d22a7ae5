import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A part of the page whose code is fetched when it is first shown. One that does not come says so in its place. */
export function lazily<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Missing }),
    ),
  );
}

function Missing() {
  return <p role="alert">This part of the page did not come. Reload the page, or try again in some seconds.</p>;
}
