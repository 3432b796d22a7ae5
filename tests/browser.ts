import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Debian's browser where it is installed, else the one inside the npm package. */
export const browser = {
  executablePath: existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : await chromium.executablePath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
  ],
};
