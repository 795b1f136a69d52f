/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-export-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_CHARACTERS 200

typedef struct
{
  const char *name;
  const char *sentence;
} Refusal;

/* {place} is the file at fault, {line} a line or row of it, {what} the thing. */
static const Refusal refusals[] = {
  [CAB_EXPORT_ERROR_ZIP_NOT_A_ZIP] = { "zip-not-a-zip", N_ ("‘{place}’ is not a ZIP file.") },
  [CAB_EXPORT_ERROR_ZIP_TRUNCATED]
  = { "zip-truncated", N_ ("‘{place}’ is not a complete ZIP file: its end is missing.") },
  [CAB_EXPORT_ERROR_ZIP_TRAILING]
  = { "zip-trailing",
      N_ ("‘{place}’ is not a plain ZIP file: there is something before or behind it.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_ABSOLUTE]
  = { "zip-path-absolute",
      N_ ("‘{place}’ holds a file with a forbidden name, one that begins at the root: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_DOTDOT]
  = { "zip-path-dotdot",
      N_ ("‘{place}’ holds a file with a forbidden name, one that leads elsewhere: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_BACKSLASH]
  = { "zip-path-backslash",
      N_ ("‘{place}’ holds a file with a forbidden name, one with a backslash: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_DRIVE]
  = { "zip-path-drive",
      N_ ("‘{place}’ holds a file with a forbidden name, one that names a drive: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_HOME]
  = { "zip-path-home",
      N_ ("‘{place}’ holds a file with a forbidden name, one that begins with ~: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_CONTROL]
  = { "zip-path-control", N_ ("‘{place}’ holds a file with a forbidden name, one with a control "
                              "character: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_DEVICE]
  = { "zip-path-device",
      N_ ("‘{place}’ holds a file with a forbidden name, the name of a device: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_PATH_ENCODING]
  = { "zip-path-encoding",
      N_ ("‘{place}’ holds a file with a forbidden name, one that is not UTF-8: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_SPECIAL]
  = { "zip-special", N_ ("‘{place}’ holds a link, ‘{what}’. Bundles hold plain files only.") },
  [CAB_EXPORT_ERROR_ZIP_DUPLICATE]
  = { "zip-duplicate", N_ ("Two files in ‘{place}’ have the same name: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_DUPLICATE_FOLDED]
  = { "zip-duplicate-folded",
      N_ ("Two files in ‘{place}’ have the same name on some computers: ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_TWO_ROOTS]
  = { "zip-two-roots", N_ ("‘{place}’ should hold one folder with everything in it, and holds "
                           "‘{what}’ beside it.") },
  [CAB_EXPORT_ERROR_ZIP_NO_ROOT]
  = { "zip-no-root", N_ ("‘{place}’ should hold one folder with everything in it.") },
  [CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER]
  = { "zip-headers-differ",
      N_ ("The table of contents of ‘{place}’ contradicts itself at ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_OVERLAP]
  = { "zip-overlap", N_ ("The table of contents of ‘{place}’ contradicts itself: ‘{what}’ lies "
                         "inside another file.") },
  [CAB_EXPORT_ERROR_ZIP_METHOD]
  = { "zip-method", N_ ("‘{what}’ in ‘{place}’ is packed in a way Cabinet does not open.") },
  [CAB_EXPORT_ERROR_ZIP_MIXED_ENCRYPTION]
  = { "zip-mixed-encryption", N_ ("‘{place}’ is packed in a way Cabinet does not open: some of it "
                                  "is encrypted and ‘{what}’ is "
                                  "not.") },
  [CAB_EXPORT_ERROR_ZIP_WEAK_ENCRYPTION]
  = { "zip-weak-encryption",
      N_ ("‘{place}’ is packed in a way Cabinet does not open: its encryption protects nothing.") },
  [CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE]
  = { "zip-wrong-passphrase", N_ ("The passphrase does not open ‘{place}’.") },
  [CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE]
  = { "zip-no-passphrase", N_ ("‘{place}’ is encrypted and needs its passphrase.") },
  [CAB_EXPORT_ERROR_ZIP_TOO_MANY]
  = { "zip-too-many", N_ ("‘{place}’ holds more files than Cabinet accepts (50,000).") },
  [CAB_EXPORT_ERROR_ZIP_TOO_LARGE]
  = { "zip-too-large", N_ ("‘{place}’ would unpack to more than Cabinet accepts, at ‘{what}’.") },
  [CAB_EXPORT_ERROR_ZIP_BOMB] = { "zip-bomb", N_ ("‘{place}’ would unpack to more than Cabinet "
                                                  "accepts: ‘{what}’ grows more than 200 times.") },
  [CAB_EXPORT_ERROR_ZIP_TOO_DEEP]
  = { "zip-too-deep",
      N_ ("‘{place}’ has more folders inside each other than Cabinet accepts (8).") },
  [CAB_EXPORT_ERROR_ZIP_DAMAGED] = { "zip-damaged", N_ ("‘{what}’ in ‘{place}’ is damaged.") },

  [CAB_EXPORT_ERROR_BAG_NO_BAGIT]
  = { "bag-no-bagit", N_ ("bagit.txt is missing: this is no bundle.") },
  [CAB_EXPORT_ERROR_BAG_BAGIT_BOM]
  = { "bag-bagit-bom", N_ ("bagit.txt, line 1: it begins with a byte order mark.") },
  [CAB_EXPORT_ERROR_BAG_BAGIT_SPACE]
  = { "bag-bagit-space", N_ ("bagit.txt, line {line}: there are blanks where none may be, around "
                             "the colon or at an end.") },
  [CAB_EXPORT_ERROR_BAG_BAGIT_LINES]
  = { "bag-bagit-lines", N_ ("bagit.txt, line {line}: it should have two lines, BagIt-Version and "
                             "Tag-File-Character-Encoding.") },
  [CAB_EXPORT_ERROR_BAG_BAGIT_VERSION]
  = { "bag-bagit-version", N_ ("bagit.txt, line 1: the version is ‘{what}’ and should be 1.0.") },
  [CAB_EXPORT_ERROR_BAG_BAGIT_CHARSET]
  = { "bag-bagit-charset",
      N_ ("bagit.txt, line 2: the encoding is ‘{what}’ and should be UTF-8.") },
  [CAB_EXPORT_ERROR_BAG_NO_MANIFEST]
  = { "bag-no-manifest", N_ ("There is no manifest: nothing says what the bundle should hold.") },
  [CAB_EXPORT_ERROR_BAG_UNKNOWN_ALGORITHM]
  = { "bag-unknown-algorithm",
      N_ ("{place}: Cabinet cannot check this kind of manifest, and there is no other.") },
  [CAB_EXPORT_ERROR_BAG_BAD_LINE]
  = { "bag-bad-line", N_ ("{place}, line {line}: this line does not have two parts.") },
  [CAB_EXPORT_ERROR_BAG_BAD_HEX]
  = { "bag-bad-hex",
      N_ ("{place}, line {line}: the checksum has the wrong length or wrong letters.") },
  [CAB_EXPORT_ERROR_BAG_MISSING_FILE]
  = { "bag-missing-file", N_ ("{place}, line {line}: {what} is listed and is not there.") },
  [CAB_EXPORT_ERROR_BAG_EXTRA_FILE]
  = { "bag-extra-file", N_ ("{what} is there and is not listed.") },
  [CAB_EXPORT_ERROR_BAG_NOT_IN_EVERY_MANIFEST]
  = { "bag-not-in-every-manifest", N_ ("{what} is not listed in {place}.") },
  [CAB_EXPORT_ERROR_BAG_DUPLICATE_LINE]
  = { "bag-duplicate-line", N_ ("{place}, line {line}: {what} is listed twice.") },
  [CAB_EXPORT_ERROR_BAG_WRONG_HASH]
  = { "bag-wrong-hash", N_ ("{what} was changed after the bundle was made.") },
  [CAB_EXPORT_ERROR_BAG_PATH_OUTSIDE]
  = { "bag-path-outside", N_ ("{place}, line {line}: the path ‘{what}’ is not allowed.") },
  [CAB_EXPORT_ERROR_BAG_MANIFEST_LISTS_TAG]
  = { "bag-manifest-lists-tag",
      N_ ("{place}, line {line}: {what} does not belong in this manifest.") },
  [CAB_EXPORT_ERROR_BAG_NO_TAGMANIFEST]
  = { "bag-no-tagmanifest", N_ ("There is no tag manifest: nothing says whether the front page and "
                                "the manifest are as they "
                                "were.") },
  [CAB_EXPORT_ERROR_BAG_TAGMANIFEST_WRONG]
  = { "bag-tagmanifest-wrong", N_ ("{what} was changed after the bundle was made.") },
  [CAB_EXPORT_ERROR_BAG_FETCH]
  = { "bag-fetch", N_ ("fetch.txt asks Cabinet to download files. Cabinet never does.") },
  [CAB_EXPORT_ERROR_BAG_OXUM]
  = { "bag-oxum", N_ ("bag-info.txt: Payload-Oxum is ‘{what}’ and does not fit what is there.") },
  [CAB_EXPORT_ERROR_BAG_INFO_REPEAT]
  = { "bag-info-repeat", N_ ("bag-info.txt, line {line}: {what} stands there twice.") },
  [CAB_EXPORT_ERROR_BAG_NOT_CABINET]
  = { "bag-not-cabinet",
      N_ ("bag-info.txt: {what} is missing. This bag was not made by Cabinet.") },

  [CAB_EXPORT_ERROR_XML_DOCTYPE]
  = { "xml-doctype", N_ ("{place}, line {line}: document types are not allowed.") },
  [CAB_EXPORT_ERROR_XML_XINCLUDE]
  = { "xml-xinclude", N_ ("{place}, line {line}: inclusions of other files are not allowed.") },
  [CAB_EXPORT_ERROR_XML_PI]
  = { "xml-pi", N_ ("{place}, line {line}: processing instructions are not allowed.") },
  [CAB_EXPORT_ERROR_XML_ENCODING]
  = { "xml-encoding", N_ ("{place}, line {line}: the encoding should be UTF-8.") },
  [CAB_EXPORT_ERROR_XML_UTF8]
  = { "xml-utf8", N_ ("{place}, line {line}: there are bytes that are not UTF-8.") },
  [CAB_EXPORT_ERROR_XML_CHAR]
  = { "xml-char", N_ ("{place}, line {line}: there is a character that XML does not allow.") },
  [CAB_EXPORT_ERROR_XML_MALFORMED]
  = { "xml-malformed", N_ ("{place}, line {line}: this is not well-formed XML.") },
  [CAB_EXPORT_ERROR_XML_TOO_DEEP]
  = { "xml-too-deep", N_ ("{place}, line {line}: elements lie more than 64 levels deep.") },
  [CAB_EXPORT_ERROR_XML_LONG_TEXT]
  = { "xml-long-text", N_ ("{place}, line {line}: a text is longer than 4 MiB.") },
  [CAB_EXPORT_ERROR_XML_EXT_LARGE]
  = { "xml-ext-large", N_ ("{place}, line {line}: an extension is larger than Cabinet keeps.") },
  [CAB_EXPORT_ERROR_XML_NAMESPACE]
  = { "xml-namespace", N_ ("{place}, line {line}: this is not a Cabinet record.") },
  [CAB_EXPORT_ERROR_XML_NEWER_MAJOR]
  = { "xml-newer-major",
      N_ ("This bundle was made by a newer Cabinet (format {what}). This one reads format 1.") },
  [CAB_EXPORT_ERROR_XML_PROFILE]
  = { "xml-profile",
      N_ ("{place}, line {line}: the profile ‘{what}’ is not the one that bag-info.txt states.") },
  [CAB_EXPORT_ERROR_XML_INVALID]
  = { "xml-invalid", N_ ("{place}, line {line}: ‘{what}’ is not allowed here.") },
  [CAB_EXPORT_ERROR_XML_DUPLICATE_ID]
  = { "xml-duplicate-id", N_ ("{place}, line {line}: ‘{what}’ stands there twice.") },
  [CAB_EXPORT_ERROR_XML_DANGLING_REF]
  = { "xml-dangling-ref",
      N_ ("{place}, line {line}: it refers to a record that is not in the bundle.") },

  [CAB_EXPORT_ERROR_DATA_DATE] = { "data-date", N_ ("{place}, line {line}: ‘{what}’ is no date.") },
  [CAB_EXPORT_ERROR_DATA_END_BEFORE_START]
  = { "data-end-before-start", N_ ("{place}, line {line}: {what} ends before it begins.") },
  [CAB_EXPORT_ERROR_DATA_FUTURE]
  = { "data-future", N_ ("{place}, line {line}: {what} lies in the future.") },
  [CAB_EXPORT_ERROR_DATA_CHAIN]
  = { "data-chain", N_ ("{place}, line {line}: {what} does not follow the one before it.") },
  [CAB_EXPORT_ERROR_DATA_CONSENT_ORDER]
  = { "data-consent-order",
      N_ ("{place}, line {line}: a consent was withdrawn before it was granted.") },
  [CAB_EXPORT_ERROR_DATA_ATTACHMENT_MISSING]
  = { "data-attachment-missing",
      N_ ("{place}, line {line}: the file of attachment {what} is not in the bundle.") },
  [CAB_EXPORT_ERROR_DATA_ATTACHMENT_UNNAMED]
  = { "data-attachment-unnamed", N_ ("{what} is in the bundle and no record names it.") },
  [CAB_EXPORT_ERROR_DATA_ATTACHMENT_SIZE]
  = { "data-attachment-size",
      N_ ("{place}, line {line}: the file of attachment {what} has another size.") },
  [CAB_EXPORT_ERROR_DATA_ATTACHMENT_HASH]
  = { "data-attachment-hash",
      N_ ("{place}, line {line}: the file of attachment {what} has another checksum.") },
  [CAB_EXPORT_ERROR_DATA_SAME_ID_OTHER_PERSON]
  = { "data-same-id-other-person", N_ ("The client {what} here has another birth date.") },
  [CAB_EXPORT_ERROR_DATA_ERASED]
  = { "data-erased", N_ ("This record was erased on {what} and stays erased.") },
  [CAB_EXPORT_ERROR_DATA_NOT_IMPORTABLE]
  = { "data-not-importable",
      N_ ("‘{place}’ is an account of disclosures, made for reading. It cannot be imported.") },
  [CAB_EXPORT_ERROR_DATA_PARTIAL_AS_TRANSFER]
  = { "data-partial-as-transfer",
      N_ ("‘{place}’ is a copy for reading. It can be filed as a received record.") },
  [CAB_EXPORT_ERROR_DATA_RULE]
  = { "data-rule", N_ ("{place}, line {line}: a rule of the practice refuses this record.") },

  [CAB_EXPORT_ERROR_CSV_RAGGED]
  = { "csv-ragged",
      N_ ("{place}, row {line}: it does not have as many cells as the row of headings.") },
  [CAB_EXPORT_ERROR_CSV_BARE_QUOTE]
  = { "csv-bare-quote",
      N_ ("{place}, row {line}, column {what}: a quotation mark stands where none may be.") },
  [CAB_EXPORT_ERROR_CSV_OPEN_QUOTE]
  = { "csv-open-quote",
      N_ ("{place}, row {line}, column {what}: a quotation mark is opened and never closed.") },
  [CAB_EXPORT_ERROR_CSV_NUL]
  = { "csv-nul", N_ ("{place}, row {line}, column {what}: there is a NUL character.") },
  [CAB_EXPORT_ERROR_CSV_NO_HEADER]
  = { "csv-no-header", N_ ("{place}: there is no row of headings.") },
  [CAB_EXPORT_ERROR_CSV_UNKNOWN_COLUMN]
  = { "csv-unknown-column", N_ ("{place}: the column ‘{what}’ is not known.") },
  [CAB_EXPORT_ERROR_CSV_UTF16]
  = { "csv-utf16", N_ ("{place}: this is UTF-16. It should be UTF-8.") },
  [CAB_EXPORT_ERROR_CSV_TWO_BOMS]
  = { "csv-two-boms", N_ ("{place}, row 1: it begins with more than one byte order mark.") },
  [CAB_EXPORT_ERROR_CSV_TYPE]
  = { "csv-type", N_ ("{place}, row {line}, {what}: this is no value of that column.") },
  [CAB_EXPORT_ERROR_CSV_UTF8]
  = { "csv-utf8", N_ ("{place}, row {line}, column {what}: there are bytes that are not UTF-8.") },
  [CAB_EXPORT_ERROR_CSV_TOO_LARGE]
  = { "csv-too-large", N_ ("{place}, row {line}: a cell is longer than 4 MiB, or there are more "
                           "than 4,096 columns.") },
  [CAB_EXPORT_ERROR_CSV_ENCODING]
  = { "csv-encoding",
      N_ ("{place}: its letters cannot be read. Say how they are written: utf-8, utf-16, "
          "windows-1252 or iso-8859-1.") },

  [CAB_EXPORT_ERROR_CLIENT_CLASH]
  = { "client-clash", N_ ("{place}: two columns hold the same: {what}.") },
  [CAB_EXPORT_ERROR_CLIENT_NO_NAME] = { "client-no-name", N_ ("{place}: no column holds a name.") },
  [CAB_EXPORT_ERROR_CLIENT_DATE_ORDER]
  = { "client-date-order",
      N_ ("{place}, column ‘{what}’: it does not show how day, month and year are ordered.") },
  [CAB_EXPORT_ERROR_CLIENT_SHORT_YEARS]
  = { "client-short-years",
      N_ ("{place}, column ‘{what}’: its years have two digits. Say which century is meant.") },
  [CAB_EXPORT_ERROR_CLIENT_ROWS]
  = { "client-rows", N_ ("{place}, row {line}: this row cannot be taken.") },
  [CAB_EXPORT_ERROR_MOOD_HEADINGS]
  = { "mood-headings", N_ ("{place}: this is no mood diary Cabinet knows: ‘{what}’ is missing.") },
  [CAB_EXPORT_ERROR_MOOD_UNMAPPED]
  = { "mood-unmapped",
      N_ ("{place}, row {line}: the mood ‘{what}’ has no level from 1 to 5 yet.") },
  [CAB_EXPORT_ERROR_MOOD_ROWS]
  = { "mood-rows", N_ ("{place}, row {line}: this row cannot be taken.") },

  [CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS]
  = { "export-target-exists", N_ ("‘{place}’ is there already.") },
  [CAB_EXPORT_ERROR_EXPORT_NO_SPACE]
  = { "export-no-space", N_ ("There is not enough room for ‘{place}’.") },
  [CAB_EXPORT_ERROR_EXPORT_IO] = { "export-io", N_ ("‘{place}’ could not be written: {what}.") },
  [CAB_EXPORT_ERROR_EXPORT_VERIFY]
  = { "export-verify",
      N_ ("The bundle was made and then found faulty, so it was removed: {what}.") },
  [CAB_EXPORT_ERROR_EXPORT_DAMAGED]
  = { "export-damaged", N_ ("{what} is damaged and cannot be exported.") },
  [CAB_EXPORT_ERROR_EXPORT_TEXT]
  = { "export-text", N_ ("{what} holds a character that no export can carry.") },
  [CAB_EXPORT_ERROR_EXPORT_BASIS]
  = { "export-basis",
      N_ ("Choose the legal basis for ‘{what}’ first (Preferences, Practice, Why We Hold Data).") },
  [CAB_EXPORT_ERROR_EXPORT_RESTRICTED]
  = { "export-restricted", N_ ("{what} is restricted. Lift the restriction first.") },
  [CAB_EXPORT_ERROR_EXPORT_PROCESS_NOTES]
  = { "export-process-notes", N_ ("This client has process notes. Say whether they go too.") },
  [CAB_EXPORT_ERROR_EXPORT_PASSPHRASE]
  = { "export-passphrase",
      N_ ("This passphrase is too easy to guess. Use a longer one, or let Cabinet make one.") },
  [CAB_EXPORT_ERROR_EXPORT_PROTECTION]
  = { "export-protection", N_ ("A bundle is protected by a passphrase, or somebody asked for one "
                               "without: say which. A folder is always without.") },
  [CAB_EXPORT_ERROR_EXPORT_GROUND]
  = { "export-ground", N_ ("‘{what}’ is no ground that can be chosen here.") },
  [CAB_EXPORT_ERROR_EXPORT_CHANNEL]
  = { "export-channel", N_ ("‘{what}’ is no way in which a bundle is handed over.") },
  [CAB_EXPORT_ERROR_EXPORT_KIND]
  = { "export-kind", N_ ("‘{what}’ is no kind of record that can be chosen for a transfer.") },
  [CAB_EXPORT_ERROR_EXPORT_PERIOD]
  = { "export-period", N_ ("‘{what}’ cannot be read as a day. Write it as 2026-03-31.") },
  [CAB_EXPORT_ERROR_EXPORT_WITHHOLD]
  = { "export-withhold", N_ ("{what} cannot be withheld from this bundle.") },
  [CAB_EXPORT_ERROR_EXPORT_RECIPIENT]
  = { "export-recipient", N_ ("Say who gets the bundle: it does not go to the client.") },
  [CAB_EXPORT_ERROR_EXPORT_PRACTICE_FIELD]
  = { "export-practice-field",
      N_ ("The practice’s ‘{what}’ is needed first: the law wants it in this bundle.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (refusals) == CAB_N_EXPORT_ERRORS);

static const char nothing_changed[] = N_ ("Nothing was changed.");
static const char nothing_written[] = N_ ("Nothing was written.");

G_DEFINE_QUARK (cab_export_error, cab_export_error)

static const char *
get_closing (CabExportError code)
{
  const char *closing
      = code >= CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS ? nothing_written : nothing_changed;

  return g_dgettext (GETTEXT_PACKAGE, closing);
}

static gboolean
is_shown_as_is (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && type != G_UNICODE_SURROGATE
         && type != G_UNICODE_UNASSIGNED && type != G_UNICODE_PRIVATE_USE
         && type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR;
}

static void
append_place (GString *sentence,
              const char *name,
              gsize length,
              const char *place,
              guint64 line,
              const char *what)
{
  if (strncmp (name, "line", length) == 0)
    g_string_append_printf (sentence, "%" G_GUINT64_FORMAT, line);
  else
    {
      g_autofree char *shown = NULL;
      const char *thing = strncmp (name, "place", length) == 0 ? place : what;

      shown = cab_export_escape (thing != NULL ? thing : "?", -1);
      g_string_append (sentence, shown);
    }
}

const char *
cab_export_error_get_name (CabExportError code)
{
  g_return_val_if_fail ((guint)code < CAB_N_EXPORT_ERRORS, NULL);

  return refusals[code].name;
}

int
cab_export_error_find (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < CAB_N_EXPORT_ERRORS; i++)
    {
      if (strcmp (refusals[i].name, name) == 0)
        return i;
    }

  return -1;
}

gboolean
cab_export_error_set (GError **error,
                      CabExportError code,
                      const char *place,
                      guint64 line,
                      const char *what)
{
  g_autoptr (GString) sentence = NULL;
  const char *rest;
  const char *open;

  g_return_val_if_fail ((guint)code < CAB_N_EXPORT_ERRORS, FALSE);

  if (error == NULL)
    return FALSE;

  sentence = g_string_new (NULL);
  rest = g_dgettext (GETTEXT_PACKAGE, refusals[code].sentence);
  while ((open = strchr (rest, '{')) != NULL)
    {
      const char *close = strchr (open, '}');

      g_assert (close != NULL);
      g_string_append_len (sentence, rest, open - rest);
      append_place (sentence, open + 1, close - open - 1, place, line, what);
      rest = close + 1;
    }
  g_string_append (sentence, rest);

  g_set_error (error, CAB_EXPORT_ERROR, code, "%s %s", sentence->str, get_closing (code));
  return FALSE;
}

gboolean
cab_export_error_set_sentence (GError **error, CabExportError code, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  g_return_val_if_fail ((guint)code < CAB_N_EXPORT_ERRORS, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, CAB_EXPORT_ERROR, code, "%s %s", sentence, get_closing (code));
  return FALSE;
}

char *
cab_export_escape (const char *bytes, gssize length)
{
  g_autoptr (GString) shown = NULL;
  const char *end;
  guint n_shown = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  shown = g_string_new (NULL);
  end = bytes + (length < 0 ? strlen (bytes) : (gsize)length);
  while (bytes < end && n_shown++ < SHOWN_CHARACTERS)
    {
      gunichar c = g_utf8_get_char_validated (bytes, end - bytes);

      if (c == (gunichar)-1 || c == (gunichar)-2 || c == 0)
        {
          g_string_append_printf (shown, "\\x%02X", (guchar)*bytes++);
          continue;
        }

      if (c == '\\')
        g_string_append (shown, "\\\\");
      else if (is_shown_as_is (c))
        g_string_append_unichar (shown, c);
      else if (c < 0x80)
        g_string_append_printf (shown, "\\x%02X", c);
      else
        g_string_append_printf (shown, "\\u%04X", c);
      bytes = g_utf8_next_char (bytes);
    }
  if (bytes < end)
    g_string_append (shown, "…");

  return g_string_free (g_steal_pointer (&shown), FALSE);
}
