/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-recovery.h"

#include <sodium.h>
#include <string.h>

#include "cab-kdf.h"
#include "cab-vault-error.h"

#define LABEL "CABSHEET"
#define LABEL_LENGTH 8

/* A line: 13 characters of data and 3 of check, five bits each. */
#define N_DATA 13
#define N_CHECK 3
#define N_SYMBOLS (N_DATA + N_CHECK)
#define GROUP 4

/* 4 × 13 × 5 bits are 260, of which R takes 256. */
#define N_ALL_DATA (CAB_RECOVERY_LINES * N_DATA)
#define SPARE_BITS (5 * N_ALL_DATA - 8 * CAB_KEY_LENGTH)

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

G_STATIC_ASSERT (CAB_RECOVERY_LINE_LENGTH == N_SYMBOLS + N_SYMBOLS / GROUP - 1);

/* What has been read of a code so far; holds secrets, so it is wiped after use. */
typedef struct
{
  guint8 data[N_ALL_DATA];
  guint8 line_symbols[N_SYMBOLS];
  guint n_line_symbols;
  guint n_lines; /* complete ones */
} Reading;

char
cab_recovery_get_symbol (guint value)
{
  g_return_val_if_fail (value < 32, '0');

  return alphabet[value];
}

/* The value of a character as typed, −1 for one that is in no code. */
static int
get_value (char typed)
{
  char upper = g_ascii_toupper (typed);
  const char *found;

  if (upper == 'O')
    return 0;
  if (upper == 'I' || upper == 'L')
    return 1;
  found = upper == '\0' ? NULL : strchr (alphabet, upper);
  return found == NULL ? -1 : (int)(found - alphabet);
}

static gboolean
is_separator (char typed)
{
  return typed == ' ' || typed == '\t' || typed == '-' || typed == '\r' || typed == '\n';
}

/* The three check values of a line: 15 bits of BLAKE2b over label, number and characters. */
static void
compute_check (guint line, const guint8 *data, guint8 *check)
{
  guint8 input[LABEL_LENGTH + 1 + N_DATA] = LABEL;
  guint8 hash[crypto_generichash_BYTES];
  guint bits;

  input[LABEL_LENGTH] = (guint8)line;
  for (guint i = 0; i < N_DATA; i++)
    input[LABEL_LENGTH + 1 + i] = (guint8)alphabet[data[i]];
  crypto_generichash (hash, sizeof hash, input, sizeof input, NULL, 0);

  bits = (guint)(hash[0] << 8 | hash[1]) >> 1;
  check[0] = bits >> 10 & 31;
  check[1] = bits >> 5 & 31;
  check[2] = bits & 31;
  sodium_memzero (input, sizeof input);
  sodium_memzero (hash, sizeof hash);
}

static gboolean
line_is_right (guint line, const guint8 *symbols)
{
  guint8 check[N_CHECK];

  compute_check (line, symbols, check);
  return sodium_memcmp (check, symbols + N_DATA, N_CHECK) == 0;
}

/* R as 52 values of five bits, the most significant first, with zeros at the end. */
static void
split_bits (const guint8 *root, guint8 *data)
{
  memset (data, 0, N_ALL_DATA);
  for (guint bit = 0; bit < 8 * CAB_KEY_LENGTH; bit++)
    if ((root[bit / 8] >> (7 - bit % 8) & 1) != 0)
      data[bit / 5] |= (guint8)(1 << (4 - bit % 5));
}

static void
join_bits (const guint8 *data, guint8 *root)
{
  memset (root, 0, CAB_KEY_LENGTH);
  for (guint bit = 0; bit < 8 * CAB_KEY_LENGTH; bit++)
    if ((data[bit / 5] >> (4 - bit % 5) & 1) != 0)
      root[bit / 8] |= (guint8)(1 << (7 - bit % 8));
}

static char *
write_line (char *out, guint line, const guint8 *data)
{
  guint8 symbols[N_SYMBOLS];

  memcpy (symbols, data, N_DATA);
  compute_check (line, data, symbols + N_DATA);
  for (guint i = 0; i < N_SYMBOLS; i++)
    {
      if (i > 0 && i % GROUP == 0)
        *out++ = ' ';
      *out++ = alphabet[symbols[i]];
    }
  sodium_memzero (symbols, sizeof symbols);
  return out;
}

CabSecret *
cab_recovery_encode (CabSecret *root)
{
  guint8 data[N_ALL_DATA];
  CabSecret *code;
  char *out;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (cab_secret_get_length (root) == CAB_KEY_LENGTH, NULL);

  split_bits (cab_secret_open (root), data);
  cab_secret_close (root);

  code = cab_secret_new (CAB_RECOVERY_LINES * (CAB_RECOVERY_LINE_LENGTH + 1) - 1);
  out = (char *)cab_secret_open_for_writing (code);
  for (guint line = 1; line <= CAB_RECOVERY_LINES; line++)
    {
      if (line > 1)
        *out++ = '\n';
      out = write_line (out, line, data + (line - 1) * N_DATA);
    }
  cab_secret_close (code);
  sodium_memzero (data, sizeof data);
  return code;
}

/* Takes one character; 0 when all is well so far, else the number of the line that is not.
 * A character after the fourth line is a mistake of no line, CAB_RECOVERY_LINES + 1. */
static guint
take_symbol (Reading *self, char typed)
{
  guint line = self->n_lines + 1;
  int value = get_value (typed);

  if (value < 0 || line > CAB_RECOVERY_LINES)
    return line;
  self->line_symbols[self->n_line_symbols++] = (guint8)value;
  if (self->n_line_symbols < N_SYMBOLS)
    return 0;

  if (!line_is_right (line, self->line_symbols))
    return line;
  memcpy (self->data + self->n_lines * N_DATA, self->line_symbols, N_DATA);
  self->n_lines++;
  self->n_line_symbols = 0;
  return 0;
}

static guint
count_written_lines (const char *text, gsize length)
{
  gboolean written = FALSE;
  guint n_lines = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\n')
        written = FALSE;
      else if (!is_separator (text[i]) && !written)
        {
          written = TRUE;
          n_lines++;
        }
    }
  return n_lines;
}

/* Reads the whole code; 0 when it is right, else as take_symbol(). Where a person wrote four
 * lines, a line break also ends a line of the code, so that one character too many or too few
 * is told of its own line and not of the next one. */
static guint
read_code (Reading *self, const char *text, gsize length)
{
  gboolean keep_lines = count_written_lines (text, length) == CAB_RECOVERY_LINES;
  guint n_before = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint wrong = 0;

      if (text[i] == '\n' && keep_lines && self->n_line_symbols > 0)
        return self->n_lines + 1;
      if (text[i] == '\n')
        n_before = self->n_lines;
      if (is_separator (text[i]))
        continue;
      if (keep_lines && self->n_lines > n_before)
        return self->n_lines;
      wrong = take_symbol (self, text[i]);
      if (wrong != 0)
        return wrong;
    }
  if (self->n_lines < CAB_RECOVERY_LINES)
    return self->n_lines + 1;
  if ((self->data[N_ALL_DATA - 1] & ((1 << SPARE_BITS) - 1)) != 0)
    return CAB_RECOVERY_LINES;
  return 0;
}

CabSecret *
cab_recovery_decode (CabSecret *code, GError **error)
{
  Reading reading = { 0 };
  CabSecret *root = NULL;
  guint wrong;

  g_return_val_if_fail (code != NULL, NULL);

  wrong = read_code (&reading, (const char *)cab_secret_open (code), cab_secret_get_length (code));
  cab_secret_close (code);
  if (wrong == 0)
    {
      root = cab_secret_new (CAB_KEY_LENGTH);
      join_bits (reading.data, cab_secret_open_for_writing (root));
      cab_secret_close (root);
    }
  else
    cab_vault_error_set_bad_code (error, wrong > CAB_RECOVERY_LINES ? 0 : wrong);
  sodium_memzero (&reading, sizeof reading);
  return root;
}

gboolean
cab_recovery_check_line (guint line, CabSecret *text, GError **error)
{
  guint8 symbols[N_SYMBOLS] = { 0 };
  const char *typed;
  gsize length;
  guint n = 0;
  gboolean right = TRUE;

  g_return_val_if_fail (line >= 1 && line <= CAB_RECOVERY_LINES, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  typed = (const char *)cab_secret_open (text);
  length = cab_secret_get_length (text);
  for (gsize i = 0; i < length && right; i++)
    {
      int value = get_value (typed[i]);

      if (is_separator (typed[i]))
        continue;
      right = value >= 0 && n < N_SYMBOLS;
      if (right)
        symbols[n++] = (guint8)value;
    }
  cab_secret_close (text);

  right = right && n == N_SYMBOLS && line_is_right (line, symbols);
  sodium_memzero (symbols, sizeof symbols);
  if (!right)
    cab_vault_error_set_bad_code (error, line);
  return right;
}
