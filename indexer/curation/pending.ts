import {
  appliedFile,
  curateBy,
  type OverridesFile,
  OverridesFileError,
  overridesFile,
  readOverridesFile,
} from '#lib/entities/overrides-file.ts';
import type { Register } from '#lib/entities/register.ts';

/** The overrides as they are written, and the register as they have it. */
export interface Pending {
  draft: OverridesFile;
  to: Register;
  /** The edition that was applied; null where it cannot be read. */
  applied: string | null;
  /** Is there something to apply? */
  isPending: boolean;
}

function editionOf(file: string): string | null {
  try {
    return readOverridesFile(file).edition;
  } catch (error) {
    if (error instanceof OverridesFileError) return null;
    throw error;
  }
}

/** @throws OverridesFileError where the overrides as they are written cannot be followed. */
export function pendingOverrides(register: Register, dataFolder: string): Pending {
  const draft = readOverridesFile(overridesFile(dataFolder));
  const applied = editionOf(appliedFile(dataFolder));
  return { draft, to: curateBy(register, draft), applied, isPending: draft.edition !== applied };
}

/** What to tell where overrides wait, for a run works with those that were applied; else null. */
export function pendingNotice(dataFolder: string): string | null {
  if (editionOf(overridesFile(dataFolder)) === editionOf(appliedFile(dataFolder))) return null;
  return 'overrides.yaml has changes that are not applied: sitrep entities preview shows them, sitrep entities apply brings them in';
}
