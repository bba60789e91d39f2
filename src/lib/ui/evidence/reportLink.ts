import type { EvidenceDocument, EvidenceRow } from './evidenceDocument';

/** The fields of the form .github/ISSUE_TEMPLATE/evidence.yml that are filled in, by their ids. */
type Field = 'what' | 'correction';

/**
 * Where somebody says that a row is wrong: the repository’s form, with what it is about filled in. Nothing is sent before
 * they send it.
 * @param repository its full address
 */
export function reportLink(repository: string, row: EvidenceRow, { levels, model }: EvidenceDocument): string {
	const about = row.rule ? `the rule “${row.rule.name}”` : `the event ${row.id}`;
	const fields: Record<Field, string> = {
		what: `${row.id} (model ${model}): ${row.words}`,
		correction: `The site says that this is ${levels[row.level].name}. It would be refuted by: ${row.refutedBy}\n\n`
	};
	const query = new URLSearchParams({ template: 'evidence.yml', title: `Evidence of ${about}`, ...fields });
	return `${repository}/issues/new?${query}`;
}
