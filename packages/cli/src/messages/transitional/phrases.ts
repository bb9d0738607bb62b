/**
 * English texts of errors and their Vietnamese ones. `{name}` stands for what the program fills in; `{name*}` on the
 * Vietnamese side for what may be a phrase of its own and is translated too.
 */
export type Phrases = Readonly<Record<string, string>>
