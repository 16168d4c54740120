/** Identifiers, names and addresses around which white space is never meant. */
export const trimmedValues: readonly (readonly string[])[] = [
  ["id"],
  ["version"],
  ["packageName"],
  ["accentColor"],
  ["name", "short"],
  ["name", "full"],
  ["developer", "name"],
  ["developer", "websiteUrl"],
  ["developer", "privacyUrl"],
  ["developer", "termsOfUseUrl"],
  ["icons", "color"],
  ["icons", "outline"],
];
