/** How the person is called: words that stand nowhere else. */
export const NAME = 'Zebulon Qvistgård';
export const EMAIL = 'zebulon.qvistgard@people.luotsi.example';
