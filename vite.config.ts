import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { apiDocs } from './scripts/lib/apiDocs.mjs';
import { checkerAnswers } from './scripts/lib/checkerAnswers.mjs';
import { componentStyles } from './scripts/lib/componentStyles.mjs';
import { stages } from './scripts/lib/stages.mjs';
import { subsetFonts } from './scripts/lib/subsetFonts.mjs';

export default defineConfig(({ command }) => ({
	// A build tells its stages, not the names of its files; warnings and errors are always shown.
	logLevel: command === 'build' ? 'warn' : 'info',
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	plugins: [
		apiDocs(),
		sveltekit(),
		componentStyles(['src/lib/figures/plate', 'src/lib/figures/loupe', 'src/routes/social/[chapter].png']),
		stages(),
		subsetFonts(),
		checkerAnswers()
	],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// What nearly every page needs of the packages comes in one file: small files compress badly, and each costs a request.
					output: {
						codeSplitting: {
							groups: [
								// What only the lab and the packet inspector need of Svelte is not among it.
								{
									name: 'packages',
									test: /node_modules(?!.*\/(bindings\/size|blocks\/await)\.js$)|preload-helper/,
									minShareCount: 8
								},
								// What runs of the model, without what is only told of it, and what plays and draws every figure: it imports nothing else, so one file of both starts in the right order.
								{
									name: 'model',
									test: /src\/lib\/(machines\/(?!claims|sources|fieldReports|issueSource|disagreements|refutations|knobLabels|repairLabels)|sim\/(?!lockoutReason|causes)|wire\/wireguardTimers|(scenarios\/(scenarios|permalink|anchors|scheduleOverrides|figureSpecs\/(spec|knobChoices))|scene\/(runningSummary|figureRuns|flights|layout|polyline|messageLabels|closeup\/\w+|plate\/\w+|type\/\w+|routes|scene|storyboard|timeline|stateLabels)|session\/(performActs|frameLoop|(player|playback|scenes|announcer|notices|selection)\.svelte))\.ts)/
								},
								// What most pages share, in small pieces, and what shows a figure, in chapters and in the lab.
								{
									name: 'controls',
									test: /src\/lib\/(figures\/(keyWalker|onDemand\/\w+)|ui\/controls\/(addressBar|Claim|figureContext|headings|hrefs|inspectorContext|PageHead|printing|progress|progressData|Prose|site|storage)|figures\/(CaptionLine|Legend|Storyboard|Transport|(plate|loupe)\/(?!EvidenceTags|Pipes)\w+)|ui\/controls\/(Captions|CopyLink|InspectorOnDemand|PlaybackControls|playbackKeys|reducedMotion|Stage|visibility))(\.svelte)?(\.ts)?$/
								}
							]
						}
					}
				}
			}
		}
	},
	// Chapters live beside src, not in it.
	server: { fs: { allow: ['content'] } }
}));
