import {
  appliedFile,
  curateBy,
  type OverridesFile,
  OverridesFileError,
  overridesFile,
  readOverridesFile,
} from '#lib/entities/overrides-file.ts';
import type { Register } from '#lib/entities/register.ts';

/** The overrides as they are written, and the register as they and as the applied ones have it. */
export interface Pending {
  draft: OverridesFile;
  to: Register;
  /** Null where what was applied does not fit the register any more. */
  from: Register | null;
  /** Is there something to apply? */
  isPending: boolean;
}

function appliedTo(register: Register, dataFolder: string): Register | null {
  try {
    return curateBy(register, readOverridesFile(appliedFile(dataFolder)));
  } catch (error) {
    if (error instanceof OverridesFileError) return null;
    throw error;
  }
}

/** @throws OverridesFileError where the overrides as they are written cannot be followed. */
export function pendingOverrides(register: Register, dataFolder: string): Pending {
  const draft = readOverridesFile(overridesFile(dataFolder));
  const from = appliedTo(register, dataFolder);
  return { draft, to: curateBy(register, draft), from, isPending: draft.edition !== from?.curation.edition };
}

/** What to tell where overrides wait: a run works with those that were applied. */
export function pendingNotice(dataFolder: string): string | null {
  const [draft, applied] = [overridesFile(dataFolder), appliedFile(dataFolder)].map((file) => editionOf(file));
  if (draft === applied) return null;
  return 'overrides.yaml has changes that are not applied: sitrep entities preview shows them, sitrep entities apply brings them in';
}

/** A file that cannot be read is another than what was applied. */
function editionOf(file: string): string | null {
  try {
    return readOverridesFile(file).edition;
  } catch (error) {
    if (error instanceof OverridesFileError) return null;
    throw error;
  }
}
