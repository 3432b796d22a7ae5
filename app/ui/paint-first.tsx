/**
 * Leaves a moment to paint what the server drew before Next and React start, whose scripts are at work for longer than a
 * frame. Before they start, Next goes through the scripts of this list, each in a task of its own; next/script writes it as
 * well, and would weigh a kilobyte and a half to do so. `nonce` is the answer's.
 */
export function PaintFirst({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{'(self.__next_s=self.__next_s||[]).push([0,{children:""}])'}</script>;
}
