import { writeFileSync } from 'node:fs';
import { journalHtml } from '@letopis/forms';
import { options, sampleJournal } from './samples.ts';
writeFileSync('/tmp/forms-out/journal.html', journalHtml(sampleJournal(), options));
