/** `npm run -s trace -- [options]`: the model without a browser. `--help` says how. */
import { trace } from './trace/command.ts';

// Whoever reads may have seen enough: `| head` closes the pipe, and that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});

const { status, stdout, stderr } = trace(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
