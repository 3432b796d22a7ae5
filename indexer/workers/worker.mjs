// Threads start without the loader that their parent runs under.
import { register } from 'tsx/esm/api';

register();
const { read } = await import('./worker.ts');
export default read;
