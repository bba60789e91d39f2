/** The playground’s entry: the only page that Vite makes of this folder. Never part of the site. */
import { mount } from 'svelte';
import '../lib/ui/controls/theme.css';
import { setPageData } from './app/state';
import { CHAPTERS } from './chapters';
import Playground from './Playground.svelte';

setPageData({ chapters: CHAPTERS });
mount(Playground, { target: document.body });
