'use client';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { counted } from '../format.ts';
import { axisLabels, bucketName } from './axis.ts';
import { daysSearched, edgesOf } from './brush.ts';
import axisStyles from './strip-axis.module.css';
import styles from './strip-chart.module.css';
import { StripColumns } from './strip-columns.tsx';
import { StripLinks } from './strip-links.tsx';
import { across, beside, percent, StripReadout } from './strip-readout.tsx';
import { StripThumbs } from './strip-thumbs.tsx';
import { useBrush } from './use-brush.ts';

/** The columns with what is chosen of them, and their axis. */
export function StripChart({ query, result }: { query: Query; result: Result }) {
  const { histogram } = result;
  const { buckets, interval } = histogram;
  const size = buckets.length;
  const days = daysSearched(query, result);
  const { draft, pointed, handlers } = useBrush(query, days, histogram);
  const edges: [number, number] = draft ? [draft.first, draft.last + 1] : edgesOf(days, histogram);
  const isChosen = draft ? edges[1] - edges[0] < size : Boolean(days.from || days.to);
  const most = Math.max(...buckets.map(({ count }) => count));
  const peak = buckets.findIndex(({ count }) => count === most);
  return (
    <div className={styles.band} id="time" data-chosen={isChosen || undefined}>
      <p className={styles.peak}>
        <span style={beside(peak, size)}>
          {most > 0 && `Most: ${counted(most, query.type)}, ${bucketName(buckets[peak]?.from ?? '', interval)}`}
        </span>
      </p>
      <fieldset
        className={styles.chart}
        aria-label="Days chosen"
        onMouseDown={(event) => event.preventDefault()}
        {...handlers}
      >
        {isChosen && <div className={styles.chosen} data-hold="whole" style={across(...edges, size)} />}
        {pointed !== null && <div className={styles.pointed} style={across(pointed, pointed + 1, size)} />}
        <StripColumns buckets={buckets} most={most} edges={isChosen ? edges : null} />
        <StripThumbs days={days} edges={edges} histogram={histogram} draft={draft} />
        {/* Never drawn by the browser's scripts, and so not shipped with them. */}
        <noscript>{typeof window === 'undefined' && <StripLinks query={query} histogram={histogram} />}</noscript>
      </fieldset>
      <StripReadout query={query} histogram={histogram} draft={draft} pointed={pointed} />
      <div className={axisStyles.axis} aria-hidden="true">
        {axisLabels(histogram).map(({ index, text }) => (
          <span key={index} style={{ insetInlineStart: percent(index, size) }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
