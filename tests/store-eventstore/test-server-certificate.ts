import { generateKeyPairSync, sign } from 'node:crypto';

/** One element of DER (X.690 §8.1): its tag, its length, its content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const [INTEGER, BITS, OCTETS, OID, UTF8, UTC_TIME, SEQUENCE, SET, BOOLEAN] = [
  0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31, 0x01,
];
const oid = (hex: string): Buffer => der(OID, Buffer.from(hex, 'hex'));
const text = (tag: number, words: string): Buffer => der(tag, Buffer.from(words));

/** A self-signed certificate for `localhost` (RFC 5280 §4.1) and its key, both as PEM. */
export function localhostCertificate(): { readonly certificate: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, oid('2a8648ce3d040302')); // ecdsa-with-SHA256
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, oid('550403'), text(UTF8, 'localhost'))));
  const validity = der(SEQUENCE, text(UTC_TIME, '200101000000Z'), text(UTC_TIME, '491231235959Z'));
  const authority = der(SEQUENCE, der(BOOLEAN, Buffer.from([0xff])));
  const altNames = der(SEQUENCE, text(0x82, 'localhost'));
  const extensions = der(
    SEQUENCE,
    der(SEQUENCE, oid('551d13'), der(OCTETS, authority)),
    der(SEQUENCE, oid('551d11'), der(OCTETS, altNames)),
  );
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = der(SEQUENCE, body, algorithm, der(BITS, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/gu) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''];
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { certificate: pem.join('\n'), key };
}
