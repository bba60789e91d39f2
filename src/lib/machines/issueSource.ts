import type { Source } from './sources';

/** An issue or a pull request of a public repository. */
export const issue = (repository: string, number: number, date: string | undefined, what: string): Source => ({
	name: `${repository}#${number}`,
	what,
	...(date === undefined ? {} : { date }),
	href: `https://github.com/${repository}/issues/${number}`,
	evidence: 'reported'
});
