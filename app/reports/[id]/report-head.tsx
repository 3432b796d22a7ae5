import type { ReportDocument } from '#lib/archive/documents.ts';
import type { DateBasis } from '#lib/report/report.ts';
import { groupQuery, hrefOf } from '#lib/search/edit.ts';
import { counted, instant, longDay } from '../../format.ts';
import styles from './report.module.css';

interface Props {
  report: ReportDocument;
}

const BASIS: Record<DateBasis['from'], string> = {
  text: 'as the text says',
  title: 'as the title says',
  metadata: 'as the document’s own fields say',
  url: 'as its address says',
  published: 'taken from the day of publication',
  none: 'no day is stated',
};
const YEAR: Record<NonNullable<DateBasis['year']>['from'], string> = {
  stamp: 'a stamp in the text',
  text: 'another date in the text',
  metadata: 'the document’s own fields',
  published: 'the publication',
};

/** What the covered date rests on, in words. */
function basisText({ from, quote, year }: DateBasis): string {
  const said = quote ? `${BASIS[from]}: “${quote}”` : BASIS[from];
  return year ? `${said}; the year from ${YEAR[year.from]}, “${year.quote}”` : said;
}

function Origin({ report: { source, originator, url } }: Props) {
  return (
    <>
      <a href={`/?source=${source.id}`}>{source.name}</a>
      {originator && <>, on a report by {originator.name}</>}
      {url && (
        <>
          {' · '}
          <a href={url} rel="noreferrer nofollow">
            the original
          </a>
        </>
      )}
    </>
  );
}

/** The other reports that say the same. */
function Copies({ report: { copyOf, also, group } }: Props) {
  return (
    <>
      {copyOf ? 'Another source had it first' : `${counted(also.length, 'report')} elsewhere say the same`}
      {' · '}
      <a href={hrefOf(groupQuery(group, 'report'))}>all of them</a>
    </>
  );
}

/** Title, origin and the three dates, each with what it is. */
export function ReportHead({ report }: Props) {
  const { title, date, dateBasis, publishedAt, archivedAt, revisedAt, copyOf, also } = report;
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      <dl className={styles.facts} lang="en">
        <dt>Source</dt>
        <dd>
          <Origin report={report} />
        </dd>
        <dt>Covers</dt>
        <dd>
          {date ? <time dateTime={date}>{longDay(date)}</time> : 'No day stated'}
          <span className={styles.basis}> ({basisText(dateBasis)})</span>
        </dd>
        {publishedAt && (
          <>
            <dt>Published</dt>
            <dd>
              <time dateTime={publishedAt}>{instant(publishedAt)}</time>
            </dd>
          </>
        )}
        <dt>Archived</dt>
        <dd>
          <time dateTime={archivedAt}>{instant(archivedAt)}</time>
          {revisedAt && (
            <span className={styles.basis}>
              {' '}
              (its text changed <time dateTime={revisedAt}>{instant(revisedAt)}</time>)
            </span>
          )}
        </dd>
        {(copyOf || also.length > 0) && (
          <>
            <dt>Also</dt>
            <dd>
              <Copies report={report} />
            </dd>
          </>
        )}
      </dl>
    </header>
  );
}
