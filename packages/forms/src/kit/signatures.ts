import type { Language } from '@letopis/core';
import { initialsFirst } from '@letopis/core';
import { words } from '../words/words.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { SignatureLine } from './options.ts';

/**
 * Makes the lines for signatures: role and position, room for the signature, initials and surname,
 * date; below them room for the seal, if the form has one. An empty list prints nothing. Source: R2
 * §2.2 (paper carriers), domain D21.
 */
export function signaturesHtml(
  lines: readonly SignatureLine[],
  language: Language,
  seal: boolean,
): Html {
  if (lines.length === 0) return html``;
  const say = words(language);
  const under = ['', say('signatureLine'), say('initialsAndSurname'), say('dateLine')];
  return html`<section class="signatures" aria-label="${say('signatures')}">
${lines.map(
  ({ role, position, name }) => html`<div class="signature" data-role="${role}">
<span>${role}${position !== undefined && html`, ${position}`}</span><span class="line"></span><span
 class="line">${name !== undefined && initialsFirst(name)}</span><span class="line"></span>
${under.map((text) => html`<small>${text}</small>`)}
</div>
`,
)}${seal && html`<p class="seal">${say('seal')}</p>`}
</section>`;
}
