import express from 'express';

/** A comment may be long: what a review manager has to say about a week. */
export const form = express.urlencoded({ extended: false, limit: '64kb' });

/** Characters of a comment or a reason. */
export const LONGEST = 5000;
