/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabExportError:
 *
 * Why a bundle, a bag, a ZIP file or a CSV file is refused, or cannot be made.
 * One code per refusal, because each has a stable short name that the command
 * line prints and the tests are named by; cab_export_error_get_name() gives it
 * (`CAB_EXPORT_ERROR_BAG_EXTRA_FILE` is `bag-extra-file`). The codes are grouped
 * by what was looked at: the ZIP file, the bag, XML, data, CSV, clients and
 * moods from other systems, and last the making of a bundle.
 *
 * Source: bundle.md [B-78].
 */
typedef enum
{
  /* The ZIP file */
  CAB_EXPORT_ERROR_ZIP_NOT_A_ZIP,
  CAB_EXPORT_ERROR_ZIP_TRUNCATED,
  CAB_EXPORT_ERROR_ZIP_TRAILING,
  CAB_EXPORT_ERROR_ZIP_PATH_ABSOLUTE,
  CAB_EXPORT_ERROR_ZIP_PATH_DOTDOT,
  CAB_EXPORT_ERROR_ZIP_PATH_BACKSLASH,
  CAB_EXPORT_ERROR_ZIP_PATH_DRIVE,
  CAB_EXPORT_ERROR_ZIP_PATH_HOME,
  CAB_EXPORT_ERROR_ZIP_PATH_CONTROL,
  CAB_EXPORT_ERROR_ZIP_PATH_DEVICE,
  CAB_EXPORT_ERROR_ZIP_PATH_ENCODING,
  CAB_EXPORT_ERROR_ZIP_SPECIAL,
  CAB_EXPORT_ERROR_ZIP_DUPLICATE,
  CAB_EXPORT_ERROR_ZIP_DUPLICATE_FOLDED,
  CAB_EXPORT_ERROR_ZIP_TWO_ROOTS,
  CAB_EXPORT_ERROR_ZIP_NO_ROOT,
  CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER,
  CAB_EXPORT_ERROR_ZIP_OVERLAP,
  CAB_EXPORT_ERROR_ZIP_METHOD,
  CAB_EXPORT_ERROR_ZIP_MIXED_ENCRYPTION,
  CAB_EXPORT_ERROR_ZIP_WEAK_ENCRYPTION,
  CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE,
  CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE,
  CAB_EXPORT_ERROR_ZIP_TOO_MANY,
  CAB_EXPORT_ERROR_ZIP_TOO_LARGE,
  CAB_EXPORT_ERROR_ZIP_BOMB,
  CAB_EXPORT_ERROR_ZIP_TOO_DEEP,
  CAB_EXPORT_ERROR_ZIP_DAMAGED,

  /* The bag */
  CAB_EXPORT_ERROR_BAG_NO_BAGIT,
  CAB_EXPORT_ERROR_BAG_BAGIT_BOM,
  CAB_EXPORT_ERROR_BAG_BAGIT_SPACE,
  CAB_EXPORT_ERROR_BAG_BAGIT_LINES,
  CAB_EXPORT_ERROR_BAG_BAGIT_VERSION,
  CAB_EXPORT_ERROR_BAG_BAGIT_CHARSET,
  CAB_EXPORT_ERROR_BAG_NO_MANIFEST,
  CAB_EXPORT_ERROR_BAG_UNKNOWN_ALGORITHM,
  CAB_EXPORT_ERROR_BAG_BAD_LINE,
  CAB_EXPORT_ERROR_BAG_BAD_HEX,
  CAB_EXPORT_ERROR_BAG_MISSING_FILE,
  CAB_EXPORT_ERROR_BAG_EXTRA_FILE,
  CAB_EXPORT_ERROR_BAG_NOT_IN_EVERY_MANIFEST,
  CAB_EXPORT_ERROR_BAG_DUPLICATE_LINE,
  CAB_EXPORT_ERROR_BAG_WRONG_HASH,
  CAB_EXPORT_ERROR_BAG_PATH_OUTSIDE,
  CAB_EXPORT_ERROR_BAG_MANIFEST_LISTS_TAG,
  CAB_EXPORT_ERROR_BAG_NO_TAGMANIFEST,
  CAB_EXPORT_ERROR_BAG_TAGMANIFEST_WRONG,
  CAB_EXPORT_ERROR_BAG_FETCH,
  CAB_EXPORT_ERROR_BAG_OXUM,
  CAB_EXPORT_ERROR_BAG_INFO_REPEAT,
  CAB_EXPORT_ERROR_BAG_NOT_CABINET,

  /* The XML of the record */
  CAB_EXPORT_ERROR_XML_DOCTYPE,
  CAB_EXPORT_ERROR_XML_XINCLUDE,
  CAB_EXPORT_ERROR_XML_PI,
  CAB_EXPORT_ERROR_XML_ENCODING,
  CAB_EXPORT_ERROR_XML_UTF8,
  CAB_EXPORT_ERROR_XML_CHAR,
  CAB_EXPORT_ERROR_XML_MALFORMED,
  CAB_EXPORT_ERROR_XML_TOO_DEEP,
  CAB_EXPORT_ERROR_XML_LONG_TEXT,
  CAB_EXPORT_ERROR_XML_EXT_LARGE,
  CAB_EXPORT_ERROR_XML_NAMESPACE,
  CAB_EXPORT_ERROR_XML_NEWER_MAJOR,
  CAB_EXPORT_ERROR_XML_PROFILE,
  CAB_EXPORT_ERROR_XML_INVALID,
  CAB_EXPORT_ERROR_XML_DUPLICATE_ID,
  CAB_EXPORT_ERROR_XML_DANGLING_REF,

  /* What the record says */
  CAB_EXPORT_ERROR_DATA_DATE,
  CAB_EXPORT_ERROR_DATA_END_BEFORE_START,
  CAB_EXPORT_ERROR_DATA_FUTURE,
  CAB_EXPORT_ERROR_DATA_CHAIN,
  CAB_EXPORT_ERROR_DATA_CONSENT_ORDER,
  CAB_EXPORT_ERROR_DATA_ATTACHMENT_MISSING,
  CAB_EXPORT_ERROR_DATA_ATTACHMENT_UNNAMED,
  CAB_EXPORT_ERROR_DATA_ATTACHMENT_SIZE,
  CAB_EXPORT_ERROR_DATA_ATTACHMENT_HASH,
  CAB_EXPORT_ERROR_DATA_SAME_ID_OTHER_PERSON,
  CAB_EXPORT_ERROR_DATA_ERASED,
  CAB_EXPORT_ERROR_DATA_NOT_IMPORTABLE,
  CAB_EXPORT_ERROR_DATA_PARTIAL_AS_TRANSFER,
  CAB_EXPORT_ERROR_DATA_RULE,

  /* A CSV file */
  CAB_EXPORT_ERROR_CSV_RAGGED,
  CAB_EXPORT_ERROR_CSV_BARE_QUOTE,
  CAB_EXPORT_ERROR_CSV_OPEN_QUOTE,
  CAB_EXPORT_ERROR_CSV_NUL,
  CAB_EXPORT_ERROR_CSV_NO_HEADER,
  CAB_EXPORT_ERROR_CSV_UNKNOWN_COLUMN,
  CAB_EXPORT_ERROR_CSV_UTF16,
  CAB_EXPORT_ERROR_CSV_TWO_BOMS,
  CAB_EXPORT_ERROR_CSV_TYPE,
  CAB_EXPORT_ERROR_CSV_UTF8,
  CAB_EXPORT_ERROR_CSV_TOO_LARGE,
  CAB_EXPORT_ERROR_CSV_ENCODING,

  /* Clients and moods from other systems */
  CAB_EXPORT_ERROR_CLIENT_CLASH,
  CAB_EXPORT_ERROR_CLIENT_NO_NAME,
  CAB_EXPORT_ERROR_CLIENT_DATE_ORDER,
  CAB_EXPORT_ERROR_CLIENT_SHORT_YEARS,
  CAB_EXPORT_ERROR_CLIENT_ROWS,
  CAB_EXPORT_ERROR_MOOD_HEADINGS,
  CAB_EXPORT_ERROR_MOOD_UNMAPPED,
  CAB_EXPORT_ERROR_MOOD_ROWS,

  /* Making a bundle */
  CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS,
  CAB_EXPORT_ERROR_EXPORT_NO_SPACE,
  CAB_EXPORT_ERROR_EXPORT_IO,
  CAB_EXPORT_ERROR_EXPORT_VERIFY,
  CAB_EXPORT_ERROR_EXPORT_DAMAGED,
  CAB_EXPORT_ERROR_EXPORT_TEXT,
  CAB_EXPORT_ERROR_EXPORT_BASIS,
  CAB_EXPORT_ERROR_EXPORT_RESTRICTED,
  CAB_EXPORT_ERROR_EXPORT_PROCESS_NOTES,
  CAB_EXPORT_ERROR_EXPORT_PASSPHRASE,
  CAB_EXPORT_ERROR_EXPORT_PROTECTION,
  CAB_EXPORT_ERROR_EXPORT_GROUND,
  CAB_EXPORT_ERROR_EXPORT_CHANNEL,
  CAB_EXPORT_ERROR_EXPORT_KIND,
  CAB_EXPORT_ERROR_EXPORT_PERIOD,
  CAB_EXPORT_ERROR_EXPORT_WITHHOLD,
  CAB_EXPORT_ERROR_EXPORT_RECIPIENT,
  CAB_EXPORT_ERROR_EXPORT_PRACTICE_FIELD
} CabExportError;

#define CAB_N_EXPORT_ERRORS (CAB_EXPORT_ERROR_EXPORT_PRACTICE_FIELD + 1)

#define CAB_EXPORT_ERROR (cab_export_error_quark ())
GQuark cab_export_error_quark (void);

/**
 * cab_export_error_get_name:
 * @code: a code
 *
 * Returns: the stable short name, `bag-extra-file`; the command line prints it
 *   before the sentence, and test files carry it
 */
const char *cab_export_error_get_name (CabExportError code);

/**
 * cab_export_error_find:
 * @name: a short name
 *
 * Returns: its code, -1 when there is none
 */
int cab_export_error_find (const char *name);

/**
 * cab_export_error_set:
 * @error: return location, may be %NULL
 * @code: a code
 * @place: (nullable): the file that is at fault, as a person knows it
 *   (`data/record.xml`, `goals.csv`); shown escaped
 * @line: line or row in it, from 1; 0 when there is none
 * @what: (nullable): the thing that is at fault: a name, a path, a heading, a
 *   count; shown escaped. Never a value from a record, unless the sentence of
 *   @code is meant to name it
 *
 * Sets @error to the sentence of @code with its places filled in. The sentences
 * are whole ones, in one table; each says at its end that nothing was changed
 * (or, when making a bundle, that nothing was written).
 *
 * A sentence that has room for a place is given one: the caller knows which
 * from the table in cab-export-error.c, and a test sets each with all three.
 *
 * Thread: any. Source: bundle.md [B-78].
 *
 * Returns: always %FALSE, so that a caller can return it
 */
gboolean cab_export_error_set (GError **error,
                               CabExportError code,
                               const char *place,
                               guint64 line,
                               const char *what);

/**
 * cab_export_error_set_sentence:
 * @error: return location, may be %NULL
 * @code: a code
 * @format: a whole translated sentence without "Nothing was changed."
 *
 * For the few refusals whose sentence only the caller can word (a rule of the
 * model, a schema fault). The closing words of the code's group are added.
 *
 * Returns: always %FALSE
 */
gboolean
cab_export_error_set_sentence (GError **error, CabExportError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/**
 * cab_export_escape:
 * @bytes: anything, also not UTF-8
 * @length: how many bytes, -1 when NUL-terminated
 *
 * Makes a name from a foreign file safe to show on one line: controls, broken
 * bytes, line separators and direction overrides become `\x1B` or `\u202E`, a
 * backslash is doubled, and what is longer than 200 characters is cut with `…`.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *cab_export_escape (const char *bytes, gssize length);

G_END_DECLS
