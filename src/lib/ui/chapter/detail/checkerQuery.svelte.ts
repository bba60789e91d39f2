import { PROPERTY_IDS, type PropertyId } from '../../../check/check';
import type { RepairQuestion } from '../../../check/minimalRepairs';
import { RELEASED_APP, type Knobs } from '../../../machines/knobs';
import { MAKERS, type Maker } from '../../../machines/repairs';
import { REQUIRED_PROPERTIES } from '../requiredProperties';
import { filterQuery } from '../../controls/filterQuery';
import { KNOB_QUESTIONS } from '../../controls/phones/phoneLabels';

/** What a reader asks the checker below the figure: of which phone, what is to be kept, and who may act. Its parts share it, and a link holds it. */
class CheckerQuery {
	/** The answer to each question about the phone. */
	chosen = $state<Record<string, string>>(
		Object.fromEntries(KNOB_QUESTIONS.map(({ id, options }) => [id, options[0]?.value ?? '']))
	);
	kept = $state<PropertyId[]>([...REQUIRED_PROPERTIES]);
	makers = $state<Maker[]>([...MAKERS]);

	/** The phone that is chosen: the released app, but for what was asked. */
	knobs = $derived({
		...RELEASED_APP,
		safariTraffic: 'quiet',
		...Object.fromEntries(
			Object.entries(this.chosen).map(([knob, value]) => [
				knob,
				value === 'true' ? true : value === 'false' ? false : value
			])
		)
	} as Knobs);
	/** The question about repairs, always in the same order, so that the same question is the same value. */
	repairs: RepairQuestion = $derived({
		knobs: this.knobs,
		properties: PROPERTY_IDS.filter((id) => this.kept.includes(id)),
		makers: MAKERS.filter((id) => this.makers.includes(id))
	});

	/** The query of a link to this question. */
	query(): string {
		return new URLSearchParams({ ...this.chosen, keep: this.repairs.properties.join(), by: this.repairs.makers.join() })
			.toString()
			.replaceAll('%2C', ',');
	}

	/** Takes the question from an address that holds one. Gives one sentence about what in it is not known. */
	read(search: string): string | null {
		const { one, some, fault } = filterQuery(search);
		for (const { id, options } of KNOB_QUESTIONS)
			this.chosen[id] =
				one(
					id,
					options.map(({ value }) => value)
				) ??
				this.chosen[id] ??
				'';
		this.kept = some('keep', PROPERTY_IDS) ?? this.kept;
		this.makers = some('by', MAKERS) ?? this.makers;
		return fault('This question');
	}
}

export const checkerQuery = new CheckerQuery();
