/** The points at which the sources disagree, by number. */
export const DISAGREEMENTS = {
	1: 'which way excludeLocalNetworks protects',
	2: 'what brings the network back',
	3: 'whether the flag stops every leak',
	4: 'what of a provider’s own traffic gets out under the flag',
	5: 'whether a VPN can leave TCP to the system’s own stack under the flag',
	6: 'what happens in an update, and what the old process is told',
	7: 'what NWTCPConnection was made for',
	8: 'Apple’s pages among themselves',
	9: 'old statements that are still to be read',
	10: 'which way pushes take, and whether they arrive'
} as const;

export type DisagreementPoint = keyof typeof DISAGREEMENTS;
