/** Classes of characters, which a browser knows by itself; markdown-it asks for punctuation and symbols. */
export const P = /\p{P}/u;
export const S = /\p{S}/u;
