/** The developer's three addresses, and what Graph calls them. */
export const urls = [
  ["websiteUrl", "WebsiteUrl"],
  ["privacyUrl", "PrivacyUrl"],
  ["termsOfUseUrl", "TermsOfUseUrl"],
] as const;
