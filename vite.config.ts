import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { apiDocs } from './scripts/lib/apiDocs.mjs';
import { checkerAnswers } from './scripts/lib/checkerAnswers.mjs';
import { componentStyles } from './scripts/lib/componentStyles.mjs';
import { stages } from './scripts/lib/stages.mjs';

export default defineConfig(({ command }) => ({
	// A build tells its stages, not the names of its files; warnings and errors are always shown.
	logLevel: command === 'build' ? 'warn' : 'info',
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	plugins: [
		apiDocs(),
		sveltekit(),
		componentStyles(['src/lib/figures/cutaway', 'src/routes/social/[chapter].png']),
		stages(),
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
								// What runs of the model, without what is only told of it. These folders import nothing but each other, so one file of them starts in the right order.
								{
									name: 'model',
									test: /src\/lib\/(machines\/(?!claims|sources|knobLabels|repairLabels|refutations)|sim\/(?!lockoutReason|causes)|wire\/wireguardTimers)/
								},
								// And what plays and draws every figure: it imports nothing but the model.
								{
									name: 'figure',
									test: /src\/lib\/(scenarios\/(scenarios|permalink|anchors|scheduleOverrides|figureSpecs\/(spec|knobChoices))|scene\/(runningSummary|figureRuns|flights|layout|layoutTall|polyline|routes|scene|storyboard|timeline|stateLabels)|session\/(performActs|frameLoop|(player|playback|scenes|announcer|notices|selection)\.svelte))\.ts/
								},
								// What most pages share, in a dozen small pieces: it imports nothing of the above but names.
								{
									name: 'controls',
									test: /src\/lib\/(figures\/(keyWalker|onDemand\/\w+)|ui\/controls\/(addressBar|Claim|figureContext|headings|hrefs|inspectorContext|PageHead|printing|progress|progressData|Prose|site|storage))(\.svelte)?(\.ts)?$/
								},
								// And what shows a figure, in chapters and in the lab.
								{
									name: 'stage',
									test: /src\/lib\/(figures\/(CaptionLine|Legend|Storyboard|Transport|cutaway\/(?!Pipes|EvidenceTags)\w+)|ui\/controls\/(Captions|CopyLink|InspectorOnDemand|PlaybackControls|playbackKeys|reducedMotion|Stage|visibility))(\.svelte)?(\.ts)?$/
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
