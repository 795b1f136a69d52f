/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-kdf.h"

#include <string.h>
#include <sys/resource.h>

#include "cab-harden.h"
#include "cab-test-hex.h"
#include "cab-test-memory.h"
#include "cab-vault-error.h"

#define PASSPHRASE "correct horse battery staple"

/* The header of the vectors: magic, format, profile, then the bytes 10 to 1a. */
static void
fill_header (guint8 *header, guint8 profile)
{
  memcpy (header, "CAB\x01", 4);
  header[4] = profile;
  for (guint i = 5; i < CAB_HEADER_LENGTH; i++)
    header[i] = (guint8)(0x10 + i - 5);
}

static CabSecret *
new_secret (const char *text)
{
  return cab_secret_new_copy (text, strlen (text));
}

#define assert_secret(secret, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    cab_test_assert_hex (cab_secret_open (secret), cab_secret_get_length (secret), expected);      \
    cab_secret_close (secret);                                                                     \
  }                                                                                                \
  G_STMT_END

/* [V-5] the costs, fixed for ever; a byte from a file chooses a row or nothing */
static void
test_profiles_are_fixed (void)
{
  static const struct
  {
    guint8 number;
    guint64 operations;
    guint64 mebibytes;
  } rows[] = { { 1, 3, 256 }, { 2, 4, 512 }, { 3, 4, 1024 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CabKdfProfile *profile = cab_kdf_get_profile (rows[i].number);

      g_assert_nonnull (profile);
      g_assert_cmpuint (profile->operations, ==, rows[i].operations);
      g_assert_cmpuint (profile->memory, ==, rows[i].mebibytes << 20);
    }
  for (guint number = 4; number < 256; number++)
    g_assert_null (cab_kdf_get_profile ((guint8)number));
  g_assert_true ((cab_kdf_get_profile (0) != NULL) == (CAB_TEST_PROFILE != 0));
}

/* [V-5], [V-7] R by the reference implementation of Argon2 (libargon2, one lane), K and the
 * fingerprint by Python's hashlib.blake2b with the id as salt and "CABINET1" as person */
static void
test_keys_equal_the_vectors (void)
{
  static const struct
  {
    guint8 profile;
    const char *root;
    const char *key;
    const char *fingerprint;
  } vectors[] = {
#if CAB_TEST_PROFILE
    { 0, "8471abf9b1c105b57ac3e3742a400020452b851a1b6571b5f2e8224c74ff65d0",
      "29d65efcb9d8ed39ac2a448fe25fe913f11266a416427aa1c0f70e13f7c21082",
      "160676f7c997de3767ea7c35a1fa78ff" },
#endif
    { 1, "28bfa370618904b1022da0e55e669827680a1ae4ac1c860d67ea1631a0eff099",
      "c1c18d2fe8faf52e00c41419484bf3940020de56a0fce8da398d7df1cae24a6a",
      "1e98fbc344d71a1e5a23601f3551d65c" },
    { 2, "1ade36efc1272ab157aabb8a11eb44910cc7422918ca70a08f3ff26256e2ae63",
      "75f19b36003e68f8d4d863db88d708d288deeee725594cc230b1be77c4895646",
      "17889baaae6b4bceffd62f4c545c783d" },
    { 3, "4b4ceb21e9af51e10a9ba37d8260cca0cc01c310733ae75c466794574eed3e2d",
      "9e20b23cc7feef02d134ecc3b25094f610487472c7800c38944c2e44476ae070",
      "9a66641d54ed2928e9858d745c315c54" },
  };
  g_autoptr (CabSecret) passphrase = new_secret (PASSPHRASE);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabSecret) root = NULL;
      g_autoptr (CabSecret) key = NULL;
      guint8 header[CAB_HEADER_LENGTH];
      guint8 fingerprint[CAB_FINGERPRINT_LENGTH];

      /* The slow rows are the same code with other numbers; they are run when asked for. */
      if (vectors[i].profile > 1 && !g_test_thorough ())
        continue;
      fill_header (header, vectors[i].profile);
      root = cab_kdf_derive_root (passphrase, header, NULL, &error);
      g_assert_no_error (error);
      assert_secret (root, vectors[i].root);
      key = cab_kdf_derive_key (root);
      assert_secret (key, vectors[i].key);
      cab_kdf_derive_fingerprint (root, fingerprint);
      cab_test_assert_hex (fingerprint, sizeof fingerprint, vectors[i].fingerprint);
    }
}

/* [V-7] the fingerprint as a sheet shows it: five bytes in Crockford's base 32 */
static void
test_fingerprint_is_readable (void)
{
  static const guint8 vector[CAB_FINGERPRINT_LENGTH] = { 0x1e, 0x98, 0xfb, 0xc3, 0x44, 0xd7 };
  static const guint8 zeros[CAB_FINGERPRINT_LENGTH] = { 0 };
  static const guint8 ones[CAB_FINGERPRINT_LENGTH] = { 0xff, 0xff, 0xff, 0xff, 0xff };
  g_autofree char *text = cab_kdf_dup_fingerprint_text (vector);
  g_autofree char *lowest = cab_kdf_dup_fingerprint_text (zeros);
  g_autofree char *highest = cab_kdf_dup_fingerprint_text (ones);

  g_assert_cmpstr (text, ==, "3TCF-QGT4");
  g_assert_cmpstr (lowest, ==, "0000-0000");
  g_assert_cmpstr (highest, ==, "ZZZZ-ZZZZ");
}

/* [V-3] the key text with and without the header of a new file */
static void
test_key_text (void)
{
  g_autoptr (CabSecret) key = cab_secret_new (CAB_KEY_LENGTH);
  g_autoptr (CabSecret) opening = NULL;
  g_autoptr (CabSecret) creating = NULL;
  guint8 header[CAB_HEADER_LENGTH];
  guint8 *bytes = cab_secret_open_for_writing (key);
  static const char opening_text[]
      = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff'";
  static const char creating_text[]
      = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff"
        "43414201011011121314151617181920'";

  for (guint i = 0; i < CAB_KEY_LENGTH; i++)
    bytes[i] = (guint8)i;
  bytes[31] = 0xff;
  cab_secret_close (key);
  fill_header (header, 1);
  memcpy (header + 14, "\x19\x20", 2);

  opening = cab_kdf_new_key_text (key, NULL);
  creating = cab_kdf_new_key_text (key, header);
  g_assert_cmpmem (cab_secret_open (opening), cab_secret_get_length (opening), opening_text, 67);
  g_assert_cmpmem (cab_secret_open (creating), cab_secret_get_length (creating), creating_text, 99);
  cab_secret_close (opening);
  cab_secret_close (creating);
}

/* [V-9] the line that the stock shell takes */
static void
test_shell_line (void)
{
  static const char expected[]
      = "PRAGMA key = "
        "\"x'abababababababababababababababababababababababababababababababab'\";\n";
  g_autoptr (CabSecret) key = cab_secret_new (CAB_KEY_LENGTH);
  g_autoptr (CabSecret) line = NULL;

  memset (cab_secret_open_for_writing (key), 0xab, CAB_KEY_LENGTH);
  cab_secret_close (key);

  line = cab_kdf_new_shell_line (key);
  g_assert_cmpmem (cab_secret_open (line), cab_secret_get_length (line), expected,
                   strlen (expected));
  cab_secret_close (line);
}

/* [V-6] what is a passphrase and what is made of it */
static void
test_passphrase_is_composed (void)
{
  static const struct
  {
    const char *name;
    const char *typed;
    const char *kept; /* NULL when it is refused */
  } cases[] = {
    { "one letter", "a", "a" },
    { "spaces stay as typed", "  two  words ", "  two  words " },
    { "composed stays", "Gr\xc3\xbc\xc3\x9f", "Gr\xc3\xbc\xc3\x9f" },
    { "decomposed is composed", "Gru\xcc\x88\xc3\x9f", "Gr\xc3\xbc\xc3\x9f" },
    { "order of marks", "e\xcc\xa3\xcc\x82", "\xe1\xbb\x87" },
    { "other order of marks", "e\xcc\x82\xcc\xa3", "\xe1\xbb\x87" },
    { "the Angstrom sign is a letter", "\xe2\x84\xab", "\xc3\x85" },
    { "a ligature stays: NFC, not NFKC", "\xef\xac\x81", "\xef\xac\x81" },
    { "Cyrillic a is not Latin a", "\xd0\xb0", "\xd0\xb0" },
    { "Korean", "\xe1\x84\x80\xe1\x85\xa1", "\xea\xb0\x80" },
    { "a tab and a control character", "a\tb\x01", "a\tb\x01" },
    { "not UTF-8", "a\xff", NULL },
    { "half a letter", "a\xc3", NULL },
    { "overlong", "\xc0\xaf", NULL },
    { "surrogate", "\xed\xa0\x80", NULL },
    { "beyond Unicode", "\xf4\x90\x80\x80", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabSecret) typed = new_secret (cases[i].typed);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabSecret) kept = cab_kdf_normalise_passphrase (typed, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].kept == NULL)
        {
          g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_BAD_PASSPHRASE);
          g_assert_null (kept);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpmem (cab_secret_open (kept), cab_secret_get_length (kept), cases[i].kept,
                       strlen (cases[i].kept));
      cab_secret_close (kept);
    }
}

/* A word of letters, hidden from the search, as it lies in UTF-8 and in UTF-32. */
#define WORD_LENGTH 12
static const guint8 hidden[WORD_LENGTH]
    = { 0x39, 0x3b, 0x34, 0x3b, 0x28, 0x23, 0x77, 0x3d, 0x28, 0x33, 0x3f, 0x3c };

static guint
count_words (void)
{
  guint32 wide[WORD_LENGTH];

  for (guint i = 0; i < WORD_LENGTH; i++)
    wide[i] = (hidden[i] ^ CAB_TEST_HIDE) ^ (CAB_TEST_HIDE * 0x01010101u);
  return cab_test_count_in_memory (hidden, sizeof hidden)
         + cab_test_count_in_memory ((const guint8 *)wide, sizeof wide);
}

/* The word, after enough letters that no list of freed chunks is written over it, and a letter
 * that has to be composed, so that it does not pass as plain ASCII. */
#define LEAD_LENGTH 16
static CabSecret *
new_passphrase_to_compose (void)
{
  CabSecret *typed = cab_secret_new (LEAD_LENGTH + WORD_LENGTH + 3);
  guint8 *bytes = cab_secret_open_for_writing (typed);

  memset (bytes, 'x', LEAD_LENGTH);
  for (guint i = 0; i < WORD_LENGTH; i++)
    bytes[LEAD_LENGTH + i] = hidden[i] ^ CAB_TEST_HIDE;
  memcpy (bytes + LEAD_LENGTH + WORD_LENGTH, "u\xcc\x88", 3);
  cab_secret_close (typed);
  return typed;
}

/* [V-6], [V-214] normalising leaves the passphrase nowhere, though GLib's own function does */
static void
test_normalising_leaves_no_trace (void)
{
  CabSecret *typed;
  CabSecret *kept;
  char *plain;

  if (cab_test_skip_with_asan ("it maps too much memory to search"))
    return;
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (cab_harden_start (NULL));
  typed = new_passphrase_to_compose ();
  kept = cab_kdf_normalise_passphrase (typed, NULL);
  g_assert_cmpuint (cab_secret_get_length (kept), ==, LEAD_LENGTH + WORD_LENGTH + 2);
  g_assert_cmpuint (count_words (), ==, 0);

  plain = g_utf8_normalize ((const char *)cab_secret_open (typed),
                            (gssize)cab_secret_get_length (typed), G_NORMALIZE_NFC);
  g_free (plain);
  cab_secret_close (typed);
  g_assert_cmpuint (count_words (), >, 0);
  cab_secret_free (typed);
  cab_secret_free (kept);
}

/* [V-6], [V-210] the length counts after normalising; a NUL is no text */
static void
test_passphrase_length (void)
{
  static const struct
  {
    const char *name;
    const char *unit;
    guint times;
    gboolean good;
  } cases[] = {
    { "1024 letters", "a", 1024, TRUE },
    { "1025 letters", "a", 1025, FALSE },
    { "1024 bytes of umlauts", "\xc3\xbc", 512, TRUE },
    { "1026 bytes of umlauts", "\xc3\xbc", 513, FALSE },
    { "1536 bytes that compose to 1024", "u\xcc\x88", 512, TRUE },
    { "1539 bytes that compose to 1026", "u\xcc\x88", 513, FALSE },
    { "1023 bytes that decompose to more, U+0958", "\xe0\xa5\x98", 341, FALSE },
  };
  g_autoptr (CabSecret) with_nul = cab_secret_new_copy ("a\0b", 3);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (CabSecret) typed = NULL;
      g_autoptr (CabSecret) kept = NULL;

      for (guint n = 0; n < cases[i].times; n++)
        g_string_append (text, cases[i].unit);
      typed = new_secret (text->str);
      kept = cab_kdf_normalise_passphrase (typed, NULL);
      if ((kept != NULL) != cases[i].good)
        g_error ("%s: judged wrongly", cases[i].name);
      g_string_free (text, TRUE);
    }
  g_assert_null (cab_kdf_normalise_passphrase (with_nul, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_BAD_PASSPHRASE);
}

/* [V-5], [V-6] every refusal comes before any derivation */
static void
test_refused_before_derivation (void)
{
  static const struct
  {
    const char *name;
    const char *passphrase;
    guint8 format;
    guint8 profile;
    CabVaultError code;
  } cases[] = {
    { "bad passphrase", "\xff", 1, 3, CAB_VAULT_ERROR_BAD_PASSPHRASE },
    { "unknown profile", "a", 1, 4, CAB_VAULT_ERROR_NEWER },
    { "profile 255", "a", 1, 255, CAB_VAULT_ERROR_NEWER },
    { "newer format", "a", 2, 3, CAB_VAULT_ERROR_NEWER },
    { "no format", "a", 0, 3, CAB_VAULT_ERROR_NOT_PRACTICE },
#if !CAB_TEST_PROFILE
    { "test profile", "a", 1, 0, CAB_VAULT_ERROR_TEST_PROFILE },
#endif
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabSecret) passphrase = new_secret (cases[i].passphrase);
      g_autoptr (GError) error = NULL;
      guint8 header[CAB_HEADER_LENGTH];

      fill_header (header, cases[i].profile);
      header[3] = cases[i].format;
      g_test_message ("%s", cases[i].name);
      g_assert_null (cab_kdf_derive_root (passphrase, header, NULL, &error));
      g_assert_error (error, CAB_VAULT_ERROR, (int)cases[i].code);
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (20000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* [V-5] a derivation can be abandoned: before it begins, and while it runs */
static void
test_derivation_is_abandoned (void)
{
  g_autoptr (CabSecret) passphrase = new_secret (PASSPHRASE);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GCancellable) later = g_cancellable_new ();
  g_autoptr (GError) before = NULL;
  g_autoptr (GError) during = NULL;
  guint8 header[CAB_HEADER_LENGTH];
  GThread *thread;

  fill_header (header, CAB_KDF_PROFILE_FLOOR);
  g_cancellable_cancel (cancelled);
  g_assert_null (cab_kdf_derive_root (passphrase, header, cancelled, &before));
  g_assert_error (before, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  thread = g_thread_new ("cancel", cancel_soon, later);
  g_assert_null (cab_kdf_derive_root (passphrase, header, later, &during));
  g_assert_error (during, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

/* [V-5], [V-206] without the memory it says so and never takes a cheaper row */
static void
test_low_memory_is_told (void)
{
  if (cab_test_skip_with_asan ("it needs the address space that this test takes away"))
    return;
  if (g_test_subprocess ())
    {
      struct rlimit limit = { 200 << 20, 200 << 20 };
      g_autoptr (CabSecret) passphrase = new_secret (PASSPHRASE);
      g_autoptr (GError) error = NULL;
      guint8 header[CAB_HEADER_LENGTH];

      fill_header (header, CAB_KDF_PROFILE_FLOOR);
      g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
      g_assert_null (cab_kdf_derive_root (passphrase, header, NULL, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_LOW_MEMORY);
      g_assert_cmpstr (error->message, ==,
                       "Opening needs 256 MB of free memory. Close another program and try "
                       "again.");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* [V-5] profile 2 for a computer on which profile 1 takes less than 0.35 s */
static void
test_profile_is_chosen_by_speed (void)
{
  static const struct
  {
    gint64 floor_us;
    guint64 gibibytes;
    guint8 profile;
  } cases[] = {
    { 430000, 16, CAB_KDF_PROFILE_FLOOR }, { 350000, 16, CAB_KDF_PROFILE_FLOOR },
    { 349999, 16, CAB_KDF_PROFILE_FAST },  { 100000, 4, CAB_KDF_PROFILE_FAST },
    { 100000, 2, CAB_KDF_PROFILE_FLOOR },  { 5000000, 2, CAB_KDF_PROFILE_FLOOR },
  };
  guint8 here;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (cab_kdf_choose_profile_for (cases[i].floor_us, cases[i].gibibytes << 30), ==,
                      cases[i].profile);
  here = cab_kdf_choose_profile ();
  g_assert_true (here == CAB_KDF_PROFILE_FLOOR || here == CAB_KDF_PROFILE_FAST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/kdf/profiles-are-fixed", test_profiles_are_fixed);
  g_test_add_func ("/vault/kdf/keys-equal-the-vectors", test_keys_equal_the_vectors);
  g_test_add_func ("/vault/kdf/fingerprint-is-readable", test_fingerprint_is_readable);
  g_test_add_func ("/vault/kdf/key-text", test_key_text);
  g_test_add_func ("/vault/kdf/shell-line", test_shell_line);
  g_test_add_func ("/vault/kdf/passphrase-is-composed", test_passphrase_is_composed);
  g_test_add_func ("/vault/kdf/normalising-leaves-no-trace", test_normalising_leaves_no_trace);
  g_test_add_func ("/vault/kdf/passphrase-length", test_passphrase_length);
  g_test_add_func ("/vault/kdf/refused-before-derivation", test_refused_before_derivation);
  g_test_add_func ("/vault/kdf/derivation-is-abandoned", test_derivation_is_abandoned);
  g_test_add_func ("/vault/kdf/low-memory-is-told", test_low_memory_is_told);
  g_test_add_func ("/vault/kdf/profile-is-chosen-by-speed", test_profile_is_chosen_by_speed);
  return g_test_run ();
}
