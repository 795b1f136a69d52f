/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-header.h"
#include "cab-kdf.h"
#include "cab-sample.h"
#include "cab-set-up.h"
#include "cab-store.h"
#include "cab-test-folder.h"
#include "cab-test-tool.h"

#include <string.h>

/* 2026-03-02T10:00:00Z */
#define BEGINNING (G_GINT64_CONSTANT (1772445600) * 1000)

#define SCHEMA "v1"

#define PROGRAM "cabinet"

/* What the shell writes of a practice. The two pragmas are no part of a dump, and
 * the search index is made of tables that a careful shell does not write to. */
#define DUMP_SCRIPT                                                                                \
  ".output dump.sql\n"                                                                             \
  ".print .dbconfig defensive off\n"                                                               \
  "SELECT 'PRAGMA application_id = ' || application_id || ';' FROM pragma_application_id;\n"       \
  "SELECT 'PRAGMA user_version = ' || user_version || ';' FROM pragma_user_version;\n"             \
  ".dump\n"

typedef struct
{
  const char *name;
  gboolean (*make) (const char *path,
                    CabSecret *passphrase,
                    const CabVaultSettings *settings,
                    GError **error);
} Case;

static CabSecret *
new_passphrase (void)
{
  return cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE));
}

static gboolean
make_empty (const char *path,
            CabSecret *passphrase,
            const CabVaultSettings *settings,
            GError **error)
{
  static const CabSetUp set_up = { .name = "Empty Practice",
                                   .clinician = "Robin Marlowe-Idris",
                                   .profession = CAB_PROFESSION_COUNSELLOR,
                                   .jurisdiction = CAB_JURISDICTION_UK,
                                   .zone = CAB_SAMPLE_ZONE };
  g_autoptr (CabPractice) practice = NULL;
  CabVault *vault
      = cab_vault_create (path, passphrase, CAB_KDF_PROFILE_TEST, settings, NULL, error);

  if (vault == NULL)
    return FALSE;

  practice = cab_practice_new_take (vault);
  return cab_practice_set_up (practice, &set_up, error) && cab_vault_close (vault, error);
}

static gboolean
make_typical (const char *path,
              CabSecret *passphrase,
              const CabVaultSettings *settings,
              GError **error)
{
  const CabSampleOptions options = { .n_clients = 3, .seed = 1 };

  return cab_sample_create (path, passphrase, CAB_KDF_PROFILE_TEST, &options, settings, NULL, NULL,
                            NULL, error);
}

static const Case cases[] = {
  { "empty", make_empty },
  { "typical", make_typical },
};

static CabVaultSettings
get_settings (const CabTestFolder *folder, CabClock *clock, CabIds *ids)
{
  return (CabVaultSettings){ .clock = clock,
                             .ids = ids,
                             .state_dir = folder->path,
                             .runtime_dir = folder->path,
                             .cache_dir = folder->path,
                             .program = PROGRAM };
}

/* Runs lines of the shell on a file of the folder. What @key opens is encrypted. */
static void
run_shell (const CabTestFolder *folder, const char *name, const char *key, const char *script)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, "script");
  g_autofree char *whole = g_strconcat (key != NULL ? key : "", script, NULL);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, whole, -1, &error);
  g_assert_no_error (error);
  if (cab_test_run_tool (folder->path, &output, "sqlcipher", "-batch", "-bail", name,
                         ".read script", NULL)
      != 0)
    g_error ("sqlcipher: %s", output);
}

static char *
read_file (const CabTestFolder *folder, const char *name, gsize *length)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, name);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

/* The line that opens a practice with @header, or that makes a file with it. */
static char *
dup_key_line (const guint8 *header, gboolean new_file)
{
  g_autoptr (CabSecret) passphrase = new_passphrase ();
  g_autoptr (CabSecret) root = NULL;
  g_autoptr (CabSecret) key = NULL;
  g_autoptr (CabSecret) text = NULL;
  g_autoptr (GError) error = NULL;
  char *line;

  root = cab_kdf_derive_root (passphrase, header, NULL, &error);
  g_assert_no_error (error);
  key = cab_kdf_derive_key (root);
  text = cab_kdf_new_key_text (key, new_file ? header : NULL);
  line = g_strdup_printf ("PRAGMA key = \"%.*s\";\n", (int)cab_secret_get_length (text),
                          (const char *)cab_secret_open (text));
  cab_secret_close (text);

  return line;
}

/* Makes the practice of a case in the folder. Returns its dump behind its header. */
static char *
make_dump (const Case *one, const CabTestFolder *folder)
{
  g_autoptr (CabClock) clock = cab_clock_new_fixed (BEGINNING, CAB_SAMPLE_ZONE);
  g_autoptr (CabIds) ids = cab_ids_new_counted (1);
  g_autoptr (CabSecret) passphrase = new_passphrase ();
  g_autofree char *path = cab_test_folder_dup_path (folder, "made.cabinet");
  CabVaultSettings settings = get_settings (folder, clock, ids);
  g_autofree char *file = NULL;
  g_autofree char *key = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (GString) header = g_string_new ("-- header ");
  g_autoptr (GError) error = NULL;

  one->make (path, passphrase, &settings, &error);
  g_assert_no_error (error);

  file = read_file (folder, "made.cabinet", NULL);
  key = dup_key_line ((const guint8 *)file, FALSE);
  run_shell (folder, "made.cabinet", key, DUMP_SCRIPT);
  dump = read_file (folder, "dump.sql", NULL);
  for (guint i = 0; i < CAB_HEADER_LENGTH; i++)
    g_string_append_printf (header, "%02x", (guint8)file[i]);

  return g_strdup_printf ("%s\n%s", header->str, dump);
}

static void
read_header (const char *dump, guint8 *header)
{
  const char *hex = dump + strlen ("-- header ");

  for (guint i = 0; i < CAB_HEADER_LENGTH; i++)
    header[i]
        = (guint8)(g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
}

/* The blocks of the search index are SQLite's own affair and may differ between
 * its versions; the rest may not. */
static gboolean
is_index_block (const char *line)
{
  return g_str_has_prefix (line, "INSERT INTO search_data ")
         || g_str_has_prefix (line, "INSERT INTO search_idx ")
         || g_str_has_prefix (line, "INSERT INTO search_docsize ");
}

static void
assert_same_lines (const char *name, const char *made, const char *golden)
{
  g_auto (GStrv) ours = g_strsplit (made, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (golden, "\n", -1);
  guint i = 0, j = 0;

  for (;;)
    {
      while (ours[i] != NULL && is_index_block (ours[i]))
        i++;
      while (theirs[j] != NULL && is_index_block (theirs[j]))
        j++;
      if (g_strcmp0 (ours[i], theirs[j]) != 0)
        g_test_message ("%s, line %u of the dump and line %u of what is made now", name, j + 1,
                        i + 1);
      g_assert_cmpstr (ours[i], ==, theirs[j]);
      if (ours[i] == NULL)
        return;
      i++;
      j++;
    }
}

/* What the shell makes of a dump is dumped again, so that a newer shell's way of
 * writing does not matter. */
static char *
load_and_dump (const CabTestFolder *folder, const char *golden)
{
  g_autofree char *script = g_strconcat (golden, DUMP_SCRIPT, NULL);

  run_shell (folder, "loaded.db", NULL, script);
  return read_file (folder, "dump.sql", NULL);
}

static char *
dup_golden (const char *name, const char *made)
{
  g_autofree char *file = g_strconcat ("tests/db/", name, "-" SCHEMA ".sql", NULL);
  g_autofree char *path = cab_test_dup_source_path (file);
  g_autoptr (GError) error = NULL;
  char *golden = NULL;

  /* Only until the version is released; from then on the file stays. */
  if (made != NULL && g_getenv ("CAB_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, made, -1, NULL));
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);

  return golden;
}

/* [V-47], [V-9] what is made now equals the dump of the version, row by row, and
 * the stock shell loads it */
static void
test_equals_dump (gconstpointer data)
{
  const Case *one = data;
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *made = NULL;
  g_autofree char *golden = NULL;
  g_autofree char *loaded = NULL;

  if (!cab_test_has_tool ("sqlcipher"))
    return;

  made = make_dump (one, &folder);
  golden = dup_golden (one->name, made);
  loaded = load_and_dump (&folder, golden);

  assert_same_lines (one->name, strchr (made, '\n') + 1, loaded);
}

/* [V-47], [V-83], [V-90] a practice made of the dump alone opens, and its chain
 * and digests verify */
static void
test_dump_verifies (gconstpointer data)
{
  const Case *one = data;
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *golden = NULL;
  g_autofree char *key = NULL;
  g_autofree char *path = NULL;
  g_autoptr (CabClock) clock = cab_clock_new_fixed (BEGINNING, CAB_SAMPLE_ZONE);
  g_autoptr (CabIds) ids = cab_ids_new_random ();
  g_autoptr (CabSecret) passphrase = new_passphrase ();
  CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  CabVaultSettings settings;
  g_auto (CabVaultReport) report;
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (GError) error = NULL;
  guint8 header[CAB_HEADER_LENGTH];

  cab_vault_report_init (&report);
  if (!cab_test_has_tool ("sqlcipher"))
    return;

  path = cab_test_folder_dup_path (&folder, "again.cabinet");
  golden = dup_golden (one->name, NULL);
  read_header (golden, header);
  key = dup_key_line (header, TRUE);
  run_shell (&folder, "again.cabinet", key, golden);

  settings = get_settings (&folder, clock, ids);
  vault = cab_vault_open (path, &credential, CAB_VAULT_OPEN_READ_ONLY, &settings, NULL, &error);
  g_assert_no_error (error);
  cab_vault_verify (vault, CAB_VAULT_VERIFY_ALL, cab_store_walk_rows, NULL, NULL, NULL, &report,
                    NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
  g_assert_cmpuint (report.chain_rows, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *equals = g_strconcat ("/dump/equals/", cases[i].name, NULL);
      g_autofree char *verifies = g_strconcat ("/dump/verifies/", cases[i].name, NULL);

      g_test_add_data_func (equals, &cases[i], test_equals_dump);
      g_test_add_data_func (verifies, &cases[i], test_dump_verifies);
    }

  return g_test_run ();
}
