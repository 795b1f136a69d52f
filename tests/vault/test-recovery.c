/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-recovery.h"

#include <string.h>

#include "cab-kdf.h"
#include "cab-test-tally.h"
#include "cab-vault-error.h"

/* R = 28bfa370…, the root of test-kdf's second vector; the code was computed in Python. */
static const guint8 root_bytes[CAB_KEY_LENGTH] = {
  0x28, 0xbf, 0xa3, 0x70, 0x61, 0x89, 0x04, 0xb1, 0x02, 0x2d, 0xa0, 0xe5, 0x5e, 0x66, 0x98, 0x27,
  0x68, 0x0a, 0x1a, 0xe4, 0xac, 0x1c, 0x86, 0x0d, 0x67, 0xea, 0x16, 0x31, 0xa0, 0xef, 0xf0, 0x99,
};
static const char *const lines[CAB_RECOVERY_LINES] = {
  "52ZT 6W31 H42B 2MH5",
  "0HDM 3JNW SMR4 XBP4",
  "M0M6 Q4NG E8C3 BQM9",
  "7X8B 3387 FY2C G7CS",
};
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static CabSecret *
new_secret (const char *text)
{
  return cab_secret_new_copy (text, strlen (text));
}

static char *
dup_code (const char *separator)
{
  return g_strjoin (separator, lines[0], lines[1], lines[2], lines[3], NULL);
}

/* The message for a code that is refused, "" for one that is taken. */
static char *
dup_refusal (const char *code)
{
  g_autoptr (CabSecret) typed = new_secret (code);
  g_autoptr (GError) error = NULL;
  g_autoptr (CabSecret) root = cab_recovery_decode (typed, &error);

  if (root != NULL)
    return g_strdup ("");
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_BAD_CODE);
  return g_strdup (error->message);
}

/* The number of the line that is named, 0 when the code is taken. */
static guint
find_named_line (const char *code)
{
  g_autofree char *refusal = dup_refusal (code);

  for (guint line = 1; line <= CAB_RECOVERY_LINES; line++)
    {
      g_autofree char *expected
          = g_strdup_printf ("Line %u of the recovery code has a typing mistake.", line);

      if (g_str_equal (refusal, expected))
        return line;
    }
  g_assert_cmpstr (refusal, ==, "");
  return 0;
}

/* [V-130] the printed code of four known roots, computed in Python */
static void
test_code_equals_the_vectors (void)
{
  static const struct
  {
    const char *name;
    int first;
    int step;
    const char *code;
  } vectors[] = {
    { "zeros", 0, 0,
      "0000 0000 0000 0501\n0000 0000 0000 0MT6\n0000 0000 0000 0ECN\n0000 0000 0000 0PYK" },
    { "ones", 255, 0,
      "ZZZZ ZZZZ ZZZZ Z63Q\nZZZZ ZZZZ ZZZZ ZJ6V\nZZZZ ZZZZ ZZZZ ZD3K\nZZZZ ZZZZ ZZZZ GM31" },
    { "counting", 0, 1,
      "000G 40R4 0M30 E0QN\n2091 85GR 38E1 W24S\n8124 GK2G AHC5 RCAC\nR34D 1P70 X3RF GFKZ" },
  };
  g_autoptr (CabSecret) root = cab_secret_new_copy (root_bytes, sizeof root_bytes);
  g_autoptr (CabSecret) code = cab_recovery_encode (root);
  g_autofree char *expected = dup_code ("\n");

  g_assert_cmpmem (cab_secret_open (code), cab_secret_get_length (code), expected,
                   strlen (expected));
  cab_secret_close (code);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      guint8 bytes[CAB_KEY_LENGTH];
      g_autoptr (CabSecret) vector_root = NULL;
      g_autoptr (CabSecret) vector_code = NULL;

      for (guint n = 0; n < sizeof bytes; n++)
        bytes[n] = (guint8)(vectors[i].first + (int)n * vectors[i].step);
      vector_root = cab_secret_new_copy (bytes, sizeof bytes);
      vector_code = cab_recovery_encode (vector_root);
      g_test_message ("%s", vectors[i].name);
      g_assert_cmpmem (cab_secret_open (vector_code), cab_secret_get_length (vector_code),
                       vectors[i].code, strlen (vectors[i].code));
      cab_secret_close (vector_code);
    }
}

/* [V-130] what is encoded is decoded, for roots of every kind */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      guint8 bytes[CAB_KEY_LENGTH];
      g_autoptr (CabSecret) root = NULL;
      g_autoptr (CabSecret) code = NULL;
      g_autoptr (CabSecret) decoded = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < sizeof bytes; n++)
        bytes[n] = (guint8)g_test_rand_int ();
      root = cab_secret_new_copy (bytes, sizeof bytes);
      code = cab_recovery_encode (root);
      decoded = cab_recovery_decode (code, &error);
      g_assert_no_error (error);
      g_assert_true (cab_secret_equal (root, decoded));
    }
}

/* [V-130] any case, O for 0, I and L for 1, spaces, hyphens and line breaks as one likes */
static void
test_reading_is_lenient (void)
{
  g_autofree char *lower = dup_code ("\n");
  g_autofree char *one_line = dup_code (" ");
  g_autofree char *hyphens = dup_code ("--");
  g_autofree char *windows = dup_code ("\r\n");
  g_autofree char *spread = dup_code ("\n\n  \n");
  g_autofree char *padded = g_strdup_printf ("\n \t%s - \n\n", lower);
  g_autofree char *letters = g_strdup (lower);
  g_autofree char *dense = g_strdup (one_line);
  g_autofree char *two_lines
      = g_strdup_printf ("%s %s\n%s %s", lines[0], lines[1], lines[2], lines[3]);
  g_autofree char *wrapped = g_strdup (one_line);
  const char *codes[]
      = { lower, one_line, hyphens, windows, spread, padded, letters, dense, two_lines, wrapped };
  char *out = dense;

  for (char *next = lower; *next != '\0'; next++)
    *next = g_ascii_tolower (*next);
  for (char *next = letters; *next != '\0'; next++)
    {
      static const char lookalikes[] = "oOiIlL";

      if (*next == '0')
        *next = lookalikes[(next - letters) % 2];
      else if (*next == '1')
        *next = lookalikes[2 + (next - letters) % 4];
    }
  for (const char *next = one_line; *next != '\0'; next++)
    if (*next != ' ')
      *out++ = *next;
  *out = '\0';
  wrapped[39] = '\n';

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (CabSecret) typed = new_secret (codes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabSecret) root = cab_recovery_decode (typed, &error);

      if (root == NULL)
        g_error ("spelling %u: %s", i, error->message);
      g_assert_cmpmem (cab_secret_open (root), cab_secret_get_length (root), root_bytes,
                       sizeof root_bytes);
      cab_secret_close (root);
    }
}

/* [V-130], [V-210] each character of each line replaced by each other one: its line is named.
 * The check has 15 bits and so misses one mistake in 32,768; of the 1,984 here it misses one. */
static void
test_each_wrong_character_names_its_line (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-210", "mistyped characters of a recovery code");
  guint missed = 0;
  guint n_typed = 0;

  for (guint line = 0; line < CAB_RECOVERY_LINES; line++)
    for (guint i = 0; i < CAB_RECOVERY_LINE_LENGTH; i++)
      {
        if (lines[line][i] == ' ')
          continue;
        for (guint n = 0; n < strlen (alphabet); n++)
          {
            g_autofree char *code = dup_code ("\n");
            char *typed = &code[line * (CAB_RECOVERY_LINE_LENGTH + 1) + i];

            if (*typed == alphabet[n])
              continue;
            *typed = alphabet[n];
            n_typed++;
            if (find_named_line (code) == 0)
              missed++;
            else
              g_assert_cmpuint (find_named_line (code), ==, line + 1);
          }
      }
  g_assert_cmpuint (missed, ==, 1);
  cab_test_tally_end (&tally, n_typed, n_typed);
}

/* [V-130] in each line: two neighbours swapped, one left out, one too many, and what no code has */
static void
test_each_slip_names_its_line (void)
{
  for (guint line = 0; line < CAB_RECOVERY_LINES; line++)
    for (guint i = 0; i < CAB_RECOVERY_LINE_LENGTH; i++)
      {
        g_autofree char *swapped = dup_code ("\n");
        g_autofree char *missing = dup_code ("\n");
        g_autofree char *doubled = dup_code ("\n");
        g_autofree char *refused = dup_code ("\n");
        gsize at = line * (CAB_RECOVERY_LINE_LENGTH + 1) + i;
        GString *more;

        if (lines[line][i] == ' ')
          continue;
        if (i + 1 < CAB_RECOVERY_LINE_LENGTH && swapped[at + 1] != ' '
            && swapped[at] != swapped[at + 1])
          {
            char first = swapped[at];

            swapped[at] = swapped[at + 1];
            swapped[at + 1] = first;
            g_assert_cmpuint (find_named_line (swapped), ==, line + 1);
          }
        missing[at] = ' ';
        g_assert_cmpuint (find_named_line (missing), ==, line + 1);
        more = g_string_new_take (g_steal_pointer (&doubled));
        g_string_insert_c (more, (gssize)at, more->str[at]);
        g_assert_cmpuint (find_named_line (more->str), ==, line + 1);
        g_string_free (more, TRUE);
        for (guint n = 0; n < strlen ("Uu!?.\x80"); n++)
          {
            refused[at] = "Uu!?.\x80"[n];
            g_assert_cmpuint (find_named_line (refused), ==, line + 1);
          }
      }
}

/* [V-130] lines in another order, of another sheet, too few or too many */
static void
test_lines_are_bound_to_their_place (void)
{
  static const struct
  {
    const char *name;
    const char *code;
    const char *refusal;
  } cases[] = {
    { "first two swapped",
      "0HDM 3JNW SMR4 XBP4\n52ZT 6W31 H42B 2MH5\nM0M6 Q4NG E8C3 BQM9\n7X8B 3387 FY2C G7CS",
      "Line 1 of the recovery code has a typing mistake." },
    { "last two swapped",
      "52ZT 6W31 H42B 2MH5\n0HDM 3JNW SMR4 XBP4\n7X8B 3387 FY2C G7CS\nM0M6 Q4NG E8C3 BQM9",
      "Line 3 of the recovery code has a typing mistake." },
    { "the last is missing", "52ZT 6W31 H42B 2MH5\n0HDM 3JNW SMR4 XBP4\nM0M6 Q4NG E8C3 BQM9",
      "Line 4 of the recovery code has a typing mistake." },
    { "the second is missing", "52ZT 6W31 H42B 2MH5\nM0M6 Q4NG E8C3 BQM9\n7X8B 3387 FY2C G7CS",
      "Line 2 of the recovery code has a typing mistake." },
    { "half a line", "52ZT 6W31", "Line 1 of the recovery code has a typing mistake." },
    { "spaces alone", "  \n -", "Line 1 of the recovery code has a typing mistake." },
    { "a fifth line",
      "52ZT 6W31 H42B 2MH5\n0HDM 3JNW SMR4 XBP4\nM0M6 Q4NG E8C3 BQM9\n7X8B 3387 FY2C G7CS\n0000",
      "A recovery code has four lines of sixteen characters." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal = dup_refusal (cases[i].code);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (refusal, ==, cases[i].refusal);
    }
}

/* [V-130] the last four of 260 bits are 0: a fourth line with other bits and a right check, as
 * only a program would make it, is refused */
static void
test_spare_bits_are_zero (void)
{
  static const char code[]
      = "0000 0000 0000 0501\n0000 0000 0000 0MT6\n0000 0000 0000 0ECN\n0000 0000 0000 1FZ6";
  g_autoptr (CabSecret) line = new_secret ("0000 0000 0000 1FZ6");
  g_autoptr (CabSecret) typed = new_secret (code);
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_recovery_check_line (4, line, &error));
  g_assert_no_error (error);
  g_assert_null (cab_recovery_decode (typed, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_BAD_CODE);
}

/* [V-131] one line by itself, as the drill asks for it */
static void
test_one_line_is_checked (void)
{
  static const struct
  {
    guint line;
    const char *typed;
    gboolean right;
  } cases[] = {
    { 1, "52ZT 6W31 H42B 2MH5", TRUE },
    { 1, "52zt6w3ih42b2mh5", TRUE },
    { 2, "OHDM-3JNW-SMR4-XBP4", TRUE },
    { 2, "52ZT 6W31 H42B 2MH5", FALSE },
    { 4, "7X8B 3387 FY2C G7CS\n", TRUE },
    { 4, "7X8B 3387 FY2C G7C", FALSE },
    { 4, "7X8B 3387 FY2C G7CSS", FALSE },
    { 4, "7X8B 3387 FY2C G7CU", FALSE },
    { 4, " ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabSecret) typed = new_secret (cases[i].typed);
      g_autoptr (GError) error = NULL;

      g_test_message ("line %u: %s", cases[i].line, cases[i].typed);
      g_assert_true (cab_recovery_check_line (cases[i].line, typed, &error) == cases[i].right);
      if (!cases[i].right)
        g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_BAD_CODE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/recovery/code-equals-the-vectors", test_code_equals_the_vectors);
  g_test_add_func ("/vault/recovery/round-trip", test_round_trip);
  g_test_add_func ("/vault/recovery/reading-is-lenient", test_reading_is_lenient);
  g_test_add_func ("/vault/recovery/each-wrong-character-names-its-line",
                   test_each_wrong_character_names_its_line);
  g_test_add_func ("/vault/recovery/each-slip-names-its-line", test_each_slip_names_its_line);
  g_test_add_func ("/vault/recovery/lines-are-bound-to-their-place",
                   test_lines_are_bound_to_their_place);
  g_test_add_func ("/vault/recovery/spare-bits-are-zero", test_spare_bits_are_zero);
  g_test_add_func ("/vault/recovery/one-line-is-checked", test_one_line_is_checked);
  return g_test_run ();
}
