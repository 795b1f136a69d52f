/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-field-private.h"

#include "cab-model-error.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define TEXT_MAXIMUM 200
#define LONGTEXT_MAXIMUM (4 * 1024 * 1024)

/* A refusal quotes at most this much of what was given. */
#define QUOTED_MAXIMUM 40

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
refuse_quoting (GError **error, const char *format, const char *given)
{
  g_autofree char *valid = g_utf8_make_valid (given, -1);
  g_autofree char *start
      = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), QUOTED_MAXIMUM));
  g_autofree char *quoted = g_strescape (start, NULL);
  /* g_strescape turns letters beyond ASCII into octal; only control characters
   * may not reach a terminal as they are. */
  g_autofree char *sentence = NULL;
  gboolean plain = TRUE;

  for (const char *at = start; *at != '\0'; at = g_utf8_next_char (at))
    plain = plain && g_unichar_isprint (g_utf8_get_char (at));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, plain ? start : quoted);
#pragma GCC diagnostic pop
  return refuse (error, sentence);
}

gboolean
cab_text_is_portable (const char *text, gssize length, gunichar *bad)
{
  const char *end;

  g_return_val_if_fail (text != NULL, FALSE);

  end = text + (length < 0 ? (gssize)strlen (text) : length);
  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char_validated (at, end - at);
      gboolean fine;

      if (c == 0 || c == (gunichar)-1 || c == (gunichar)-2)
        {
          if (bad != NULL)
            *bad = c == 0 ? 0 : 0xFFFD;
          return FALSE;
        }

      fine = c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF)
             || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
      if (!fine)
        {
          if (bad != NULL)
            *bad = c;
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_portable (const char *text, GError **error)
{
  gunichar bad = 0;
  g_autofree char *sentence = NULL;

  if (cab_text_is_portable (text, -1, &bad))
    return TRUE;
  if (bad == 0xFFFD)
    return refuse (error, _ ("the text is not valid UTF-8."));

  sentence = g_strdup_printf (_ ("character U+%04X cannot be stored."), bad);
  return refuse (error, sentence);
}

/* What would break a line, or make a line read otherwise than it is stored. */
static gboolean
is_forbidden_in_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
check_line (const CabField *self, const char *text, GError **error)
{
  glong maximum = self->maximum > 0 ? (glong)self->maximum : TEXT_MAXIMUM;
  g_autofree char *sentence = NULL;

  if (!check_portable (text, error))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        return refuse (error, _ ("this is one line; a line break is not allowed."));
      if (is_forbidden_in_line (c))
        {
          sentence = g_strdup_printf (_ ("character U+%04X is not allowed in one line."), c);
          return refuse (error, sentence);
        }
    }

  if (g_utf8_strlen (text, -1) <= maximum)
    return TRUE;

  sentence = g_strdup_printf (_ ("%ld characters are more than the %ld allowed."),
                              g_utf8_strlen (text, -1), maximum);
  return refuse (error, sentence);
}

static gboolean
check_longtext (const char *text, GError **error)
{
  if (strlen (text) > LONGTEXT_MAXIMUM)
    return refuse (error, _ ("the text is longer than 4 MiB."));

  return check_portable (text, error);
}

static gboolean
check_code (const CabField *self, const char *text, GError **error)
{
  g_autoptr (GString) allowed = NULL;
  g_autofree char *quoted = NULL;

  if (cab_codes_find (self->codes, text) >= 0)
    return TRUE;

  allowed = g_string_new (NULL);
  for (gsize i = 0; i < self->codes->n_codes; i++)
    {
      if (!self->codes->codes[i].retired)
        g_string_append_printf (allowed, "%s%s", allowed->len > 0 ? ", " : "",
                                self->codes->codes[i].code);
    }

  quoted = g_strconcat (_ ("“%s” is not one of "), allowed->str, ".", NULL);
  return refuse_quoting (error, quoted, text);
}

/* A set of codes is stored sorted, with one space between, none twice. */
static gboolean
check_codes (const CabField *self, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!check_code (self, words[i], error))
        return FALSE;
      if (i > 0 && strcmp (words[i - 1], words[i]) == 0)
        return refuse_quoting (error, _ ("“%s” is given twice."), words[i]);
      if (i > 0 && strcmp (words[i - 1], words[i]) > 0)
        return refuse (error, _ ("the codes are not sorted."));
    }

  return TRUE;
}

static gboolean
is_uuid (const char *text)
{
  return g_uuid_string_is_valid (text) && strpbrk (text, "ABCDEF") == NULL;
}

static gboolean
is_sha512 (const char *text)
{
  return strlen (text) == 128 && strspn (text, "0123456789abcdef") == 128;
}

/* A day that is none, for its year alone or as a whole. */
static gboolean
refuse_day (GError **error, const char *sentence, const char *text)
{
  g_autofree char *year = g_strndup (text, 4);
  g_autofree char *moved = NULL;

  if (strspn (year, "0123456789") < 4 || (strcmp (year, "1850") >= 0 && strcmp (year, "2199") <= 0))
    return refuse_quoting (error, sentence, text);

  /* 2000 is a leap year: each day of any year has its like there. */
  moved = g_strconcat ("2000", text + 4, NULL);
  if (!cab_when_is_partial_date (moved) && !cab_when_is_local (moved))
    return refuse_quoting (error, sentence, text);

  return refuse_quoting (error, _ ("the year of “%s” is outside 1850 to 2199."), text);
}

static gboolean
check_text (const CabField *self, const char *text, GError **error)
{
  switch (self->type)
    {
    case CAB_FIELD_TEXT:
      return check_line (self, text, error);
    case CAB_FIELD_LONGTEXT:
      return check_longtext (text, error);
    case CAB_FIELD_DATE:
      return cab_when_is_date (text)
             || refuse_day (error, _ ("“%s” is not a date like 2026-03-02."), text);
    case CAB_FIELD_PARTIAL_DATE:
      return cab_when_is_partial_date (text)
             || refuse_day (error, _ ("“%s” is not a date like 2026-03-02, 2026-03 or 2026."),
                            text);
    case CAB_FIELD_INSTANT:
      return cab_when_is_instant (text)
             || refuse_quoting (error, _ ("“%s” is not a time like 2026-03-02T09:00:00Z."), text);
    case CAB_FIELD_LOCAL:
      return cab_when_is_local (text)
             || refuse_day (error, _ ("“%s” is not a time like 2026-03-02T09:00."), text);
    case CAB_FIELD_TIME:
      return cab_when_is_time (text)
             || refuse_quoting (error, _ ("“%s” is not a time of day like 09:30."), text);
    case CAB_FIELD_ZONE:
      return cab_when_is_zone (text)
             || refuse_quoting (error, _ ("“%s” is not a time zone like Europe/London."), text);
    case CAB_FIELD_CODE:
      return check_code (self, text, error);
    case CAB_FIELD_CODES:
      return check_codes (self, text, error);
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
      return is_uuid (text)
             || refuse_quoting (error, _ ("“%s” is not the number of a record."), text);
    case CAB_FIELD_DIGEST:
      return is_sha512 (text) || refuse (error, _ ("this is not a SHA-512 of 128 hex digits."));
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_BOOL:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
    case CAB_FIELD_BYTES:
      break;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
check_number (const CabField *self, gint64 number, GError **error)
{
  g_autofree char *given = NULL;
  g_autofree char *sentence = NULL;
  gboolean bounded = self->minimum != 0 || self->maximum != 0;
  const CabValue value = { .type = CAB_VALUE_INTEGER, .integer = number };
  const CabValue least = { .type = CAB_VALUE_INTEGER, .integer = self->minimum };
  const CabValue most = { .type = CAB_VALUE_INTEGER, .integer = self->maximum };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->type == CAB_FIELD_BOOL)
    return number == 0 || number == 1 || refuse (error, _ ("this is neither true nor false."));
  if (number != CAB_NONE && (!bounded || (number >= self->minimum && number <= self->maximum)))
    return TRUE;
  if (number == CAB_NONE)
    return refuse (error, _ ("this number is too small to be stored."));

  given = cab_field_dup_readable (self, &value);
  /* Where there is no end, its number would tell a person nothing. */
  if (self->maximum == G_MAXINT64)
    {
      from = cab_field_dup_readable (self, &least);
      sentence = g_strdup_printf (_ ("%s is less than %s."), given, from);
      return refuse (error, sentence);
    }
  from = cab_field_dup_readable (self, &least);
  to = cab_field_dup_readable (self, &most);
  sentence = g_strdup_printf (_ ("%s is outside %s to %s."), given, from, to);
  return refuse (error, sentence);
}

static gboolean
check_bytes (const CabField *self, GBytes *bytes, GError **error)
{
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *sentence = NULL;

  if ((gint64)size >= self->minimum && (self->maximum == 0 || (gint64)size <= self->maximum))
    return TRUE;

  sentence = g_strdup_printf (_ ("%zu bytes are not a length that is allowed."), size);
  return refuse (error, sentence);
}

gboolean
cab_field_check (const CabField *self, const CabValue *value, GError **error)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  if (value->type == CAB_VALUE_NONE)
    return TRUE;
  if (value->type != cab_field_get_value_type (self))
    return refuse (error, _ ("the stored value has the wrong type."));

  switch (cab_field_get_value_type (self))
    {
    case CAB_VALUE_INTEGER:
      return check_number (self, value->integer, error);
    case CAB_VALUE_TEXT:
      return check_text (self, value->text, error);
    case CAB_VALUE_BYTES:
      return check_bytes (self, value->bytes, error);
    case CAB_VALUE_NONE:
    case CAB_VALUE_REAL:
      break;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
parse_integer (const char *text, CabValue *value, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &number, NULL))
    return refuse_quoting (error, _ ("“%s” is not a whole number."), text);

  cab_value_set_integer (value, number);
  return TRUE;
}

static gboolean
parse_bool (const char *text, CabValue *value, GError **error)
{
  if (strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
    return refuse_quoting (error, _ ("“%s” is neither true nor false."), text);

  cab_value_set_integer (value, text[0] == 't');
  return TRUE;
}

/* "-7.5" at scale 2 becomes -750; more places than the scale, an exponent or
 * a sum beyond 64 bits are refused, never rounded. */
static gboolean
parse_decimal (const CabField *self, const char *text, CabValue *value, GError **error)
{
  const char *at = text + (*text == '-');
  gboolean negative = *text == '-';
  guint places = 0;
  gboolean after_point = FALSE;
  gint64 number = 0;

  if (!g_ascii_isdigit (*at))
    return refuse_quoting (error, _ ("“%s” is not a number like 7.50."), text);

  for (; *at != '\0'; at++)
    {
      if (*at == '.' && !after_point && g_ascii_isdigit (at[1]))
        {
          after_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*at) || (after_point && ++places > self->scale))
        return refuse_quoting (error, _ ("“%s” is not a number like 7.50."), text);
      if (__builtin_mul_overflow (number, 10, &number)
          || __builtin_add_overflow (number, *at - '0', &number))
        return refuse_quoting (error, _ ("“%s” is too large."), text);
    }

  for (; places < self->scale; places++)
    {
      if (__builtin_mul_overflow (number, 10, &number))
        return refuse_quoting (error, _ ("“%s” is too large."), text);
    }

  cab_value_set_integer (value, negative ? -number : number);
  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Whatever the order and the blanks given, a set is stored in one way. */
static char *
dup_sorted_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r,", -1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0')
        g_ptr_array_add (sorted, words[i]);
    }
  g_ptr_array_sort (sorted, compare_words);
  g_ptr_array_add (sorted, NULL);

  return g_strjoinv (" ", (char **)sorted->pdata);
}

/* Only blanks at the ends go; what stands inside stays as it was typed. */
static char *
dup_trimmed (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  return g_strndup (start, (gsize)(end - start));
}

static char *
dup_stored_text (const CabField *self, const char *text)
{
  if (self->type == CAB_FIELD_LONGTEXT)
    return g_strdup (text);
  if (self->type == CAB_FIELD_CODES)
    return dup_sorted_words (text);

  return dup_trimmed (text);
}

static gboolean
parse_text (const CabField *self, const char *text, CabValue *value, GError **error)
{
  g_autofree char *stored = NULL;

  /* Trimming walks characters, so broken UTF-8 is refused before it. */
  if (!check_portable (text, error))
    return FALSE;

  stored = dup_stored_text (self, text);
  if (*stored == '\0')
    {
      cab_value_set_none (value);
      return TRUE;
    }
  if (!check_text (self, stored, error))
    return FALSE;

  cab_value_set_text (value, stored);
  return TRUE;
}

gboolean
cab_field_parse (const CabField *self, const char *text, CabValue *value, GError **error)
{
  CabValue parsed = CAB_VALUE_INIT;
  gboolean read = FALSE;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  g_return_val_if_fail (self->type != CAB_FIELD_BYTES, FALSE);

  if (text == NULL || *text == '\0')
    {
      cab_value_set_none (value);
      return TRUE;
    }

  switch (self->type)
    {
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_MONEY:
      read = parse_integer (text, &parsed, error) && check_number (self, parsed.integer, error);
      break;
    case CAB_FIELD_DECIMAL:
      read = parse_decimal (self, text, &parsed, error)
             && check_number (self, parsed.integer, error);
      break;
    case CAB_FIELD_BOOL:
      read = parse_bool (text, &parsed, error);
      break;
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
    case CAB_FIELD_INSTANT:
    case CAB_FIELD_LOCAL:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_CODE:
    case CAB_FIELD_CODES:
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_DIGEST:
      read = parse_text (self, text, &parsed, error);
      break;
    case CAB_FIELD_BYTES:
      break;
    }

  if (read)
    cab_value_copy (value, &parsed);
  cab_value_clear (&parsed);
  return read;
}

static char *
dup_decimal (const CabField *self, gint64 number)
{
  guint64 magnitude = number < 0 ? (guint64) - (number + 1) + 1 : (guint64)number;
  guint64 unit = 1;

  for (guint i = 0; i < self->scale; i++)
    unit *= 10;
  if (self->scale == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, number < 0 ? "-" : "",
                          magnitude / unit, (int)self->scale, magnitude % unit);
}

char *
cab_field_dup_text (const CabField *self, const CabValue *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, NULL);

  switch (value->type)
    {
    case CAB_VALUE_NONE:
      return NULL;
    case CAB_VALUE_INTEGER:
      if (self->type == CAB_FIELD_BOOL)
        return g_strdup (value->integer != 0 ? "true" : "false");
      return dup_decimal (self, value->integer);
    case CAB_VALUE_TEXT:
      return g_strdup (value->text);
    case CAB_VALUE_REAL:
    case CAB_VALUE_BYTES:
      break;
    }

  g_return_val_if_reached (NULL);
}

char *
cab_field_dup_readable (const CabField *self, const CabValue *value)
{
  g_autofree char *text = cab_field_dup_text (self, value);

  if (text != NULL && text[0] == '-' && value->type == CAB_VALUE_INTEGER)
    return g_strconcat ("−", text + 1, NULL);

  return g_steal_pointer (&text);
}

CabValueType
cab_field_get_value_type (const CabField *self)
{
  g_return_val_if_fail (self != NULL, CAB_VALUE_NONE);

  switch (self->type)
    {
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_BOOL:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
      return CAB_VALUE_INTEGER;
    case CAB_FIELD_BYTES:
      return CAB_VALUE_BYTES;
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
    case CAB_FIELD_INSTANT:
    case CAB_FIELD_LOCAL:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_CODE:
    case CAB_FIELD_CODES:
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_DIGEST:
      return CAB_VALUE_TEXT;
    }

  g_return_val_if_reached (CAB_VALUE_NONE);
}

char *
cab_field_dup_property_name (const CabField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdelimit (g_strdup (self->name), "_", '-');
}

gboolean
cab_field_is_text (const CabField *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type == CAB_FIELD_TEXT || self->type == CAB_FIELD_LONGTEXT;
}

int
cab_codes_find (const CabCodes *self, const char *code)
{
  g_return_val_if_fail (self != NULL, -1);

  for (gsize i = 0; code != NULL && i < self->n_codes; i++)
    {
      if (strcmp (self->codes[i].code, code) == 0)
        return (int)i;
    }

  return -1;
}

const char *
cab_codes_get_label (const CabCodes *self, const char *code)
{
  int found = cab_codes_find (self, code);

  return found < 0 ? NULL : g_dgettext (GETTEXT_PACKAGE, self->codes[found].label);
}
