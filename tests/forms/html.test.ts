import { attribute, html } from '@letopis/forms/kit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Reads entities back, as a browser does. */
function unescaped(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '');
}

describe('a template escapes whatever stands in it', () => {
  const texts = fc.string({ unit: 'grapheme' });

  test('no text opens a tag, and all of it can be read back', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.constantFrom('<script>', '"&', "' onload='")), (text) => {
        const shown = String(html`${text}`);
        expect(shown).not.toMatch(/[<>"']/);
        expect(shown).not.toMatch(/&(?!lt;|gt;|quot;|#39;|amp;)/);
        expect(unescaped(shown)).toBe(text);
      }),
    );
  });

  test('no text leaves its attribute', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = String(html`<td${attribute('title', `"${text}`)}></td>`);
        expect(shown).toMatch(/^<td title="[^"<>]*"><\/td>$/);
      }),
    );
  });

  test('HTML made by a template is not escaped again, in lists neither', () => {
    const rows = ['а', '<б>'].map((text) => html`<li>${text}</li>`);
    expect(String(html`<ul>${rows}</ul>`)).toBe('<ul><li>а</li><li>&lt;б&gt;</li></ul>');
  });

  test('an object that only looks like HTML is escaped', () => {
    const sly = ['<b>', { toString: () => '<script>' }] as unknown as string[];
    expect(() => String(html`${sly}`)).toThrow(TypeError);
  });

  test('nothing is left by null, undefined and false; zero is shown', () => {
    expect(String(html`${null}${undefined}${false}${0}`)).toBe('0');
  });

  test.each([
    ['a control character', '\u0000'],
    ['half a surrogate', '\ud800'],
    ['a direction override, which would turn 12 into 21', '\u202e'],
  ])('%s is shown as a replacement character', (_, sign) => {
    expect(String(html`a${sign}b`)).toBe('a\ufffdb');
  });

  test('an attribute has a plain name, and none is written without a value', () => {
    expect(() => attribute('on"x', 'y')).toThrow(TypeError);
    expect(String(attribute('title', ''))).toBe('');
  });
});
