/** Letters and digits that are not mistaken for each other when they are read out or written down. 32 of them: 5 bits each. */
const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
const groups = 4;
const lettersAGroup = 5;

/** A password of 100 bits, such as `xkq7m-p2vdn-8wrta-h5jcz`: hard to guess, not hard to type. */
export function newPassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(groups * lettersAGroup));
  const letters = [...random].map((byte) => alphabet[byte % alphabet.length]);
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * lettersAGroup, (group + 1) * lettersAGroup).join(""),
  ).join("-");
}
