import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Matcher } from '#lib/entities/matcher.ts';
import { foremost } from '#lib/entities/prominence.ts';
import type { Register } from '#lib/entities/register.ts';
import { words } from '#lib/entities/words.ts';
import { slug } from '#lib/report/ids.ts';
import type { Report } from '#lib/report/report.ts';
import { namesOf } from './names.ts';
import { createPlaces } from './places.ts';
import { siteCountry } from './site-country.ts';
import { createTagger, matcherOf, readingOf } from './tagger.ts';

/** A report -> the same with its findings tagged, and what it states of itself looked up. */
export type ReportTagger = (report: Report) => Report;

/** The topic of an id or label. */
function topicsOf(name: string, register: Register): string[] {
  const topic =
    register.get('topic', slug(name)) ?? register.all('topic').find(({ label }) => slug(label) === slug(name));
  return topic ? [topic.id] : [];
}

/** What goes by a name, if one alone does. */
function namedBy(name: string, facet: EntityFacet, match: Matcher): string[] {
  const textWords = words(name);
  const whole = match(name, { textWords, anyCase: true }).filter(
    ({ entity, first, last }) => entity.facet === facet && first === 0 && last === textWords.length - 1,
  );
  return foremost(whole).length === 1 ? foremost(whole).map(({ entity }) => entity.id) : [];
}

export function createReportTagger(register: Register): ReportTagger {
  const match = matcherOf(register);
  const tag = createTagger(register, match);
  const places = createPlaces(register);
  const unique = (ids: string[]) => [...new Set(ids)];
  return (report) => {
    const readings = report.findings.map(({ text }) => readingOf(text, match));
    const [country = null] = namedBy(siteCountry(report.url), 'region', match);
    const all = [readingOf(report.title, match), ...readings];
    const evidence = places.evidenceOf(all, country);
    const named = namesOf(all);
    return {
      ...report,
      stated: {
        actor: unique(report.declared.actor.flatMap((name) => namedBy(name, 'actor', match))),
        region: unique(report.declared.region.flatMap((name) => namedBy(name, 'region', match))),
        topic: unique(report.declared.topic.flatMap((name) => topicsOf(name, register))),
      },
      findings: report.findings.map((finding, index) => ({
        ...finding,
        ...tag(readings[index] ?? finding.text, evidence, named),
      })),
    };
  };
}
