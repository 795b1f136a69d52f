/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Kills a process in the middle of a clinician's work, again and again: clients,
 * notes, moods, files, signatures, erasures, backups, compaction, restoring. What
 * was acknowledged is there, word for word; what was not is there whole or not
 * at all. --seed repeats a storm, CABINET_TEST_ROUNDS makes it longer. */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-attachment.h"
#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-mood-entry.h"
#include "cab-note.h"
#include "cab-passphrase.h"
#include "cab-test-work.h"

/* Rounds on one practice, before it grows too large to be looked at quickly. */
#define ROUNDS_A_PRACTICE 40

typedef enum
{
  ACT_CLIENT,
  ACT_NOTE,
  ACT_SIGN,
  ACT_MOOD,
  ACT_FILE,
  ACT_ERASE,
  ACT_BACKUP,
  ACT_COMPACT,
  ACT_RESTORE,
  N_ACTS
} Act;

static const char *const act_names[N_ACTS]
    = { "client", "note", "sign", "mood", "file", "erase", "backup", "compact", "restore" };

/* How often each is drawn, by storm: a day's work; nothing but one act. */
static const guint weights[][N_ACTS] = {
  { 15, 28, 15, 18, 8, 6, 6, 4, 0 },
  { 0, 0, 0, 0, 0, 0, 0, 1, 0 },
  { 0, 0, 0, 0, 0, 0, 0, 0, 1 },
};

/* What a child tells by the pipe, before and after each act. */
typedef struct
{
  Act act;
  guint done; /* 0 before */
  guint number;
  char id[40];
  char client_id[40];
} Report;

G_STATIC_ASSERT (sizeof (Report) <= 512);

/* What has to be there. */
typedef struct
{
  Act act;
  guint number;
  gboolean is_signed;
  char *client_id;
} Item;

static void
free_item (Item *item)
{
  g_free (item->client_id);
  g_free (item);
}

typedef struct
{
  CabTestVault test;
  CabPractice *practice; /* in the child */
  GRand *rand;           /* in the child */
  GHashTable *items;     /* of ids; what the parent knows */
  char *backup;          /* what is restored */
  int pipe;
} Storm;

/* An id of a client or note that is there: the first of those drawn from. */
static const char *
draw_id (Storm *storm, Act act)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  g_hash_table_iter_init (&iter, storm->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    if (((Item *)item)->act == act && !((Item *)item)->is_signed)
      g_ptr_array_add (ids, id);
  if (ids->len == 0)
    return NULL;

  return ids->pdata[g_rand_int_range (storm->rand, 0, (int)ids->len)];
}

static Act
draw_act (Storm *storm, gsize kind)
{
  guint total = 0;
  guint left;
  Act act = ACT_CLIENT;

  for (guint i = 0; i < N_ACTS; i++)
    total += weights[kind][i];
  left = (guint)g_rand_int_range (storm->rand, 0, (int)total);
  while (left >= weights[kind][act])
    left -= weights[kind][act++];
  if (kind == 0 && draw_id (storm, ACT_CLIENT) == NULL)
    return ACT_CLIENT;
  if (act == ACT_SIGN && draw_id (storm, ACT_NOTE) == NULL)
    return ACT_NOTE;

  return act;
}

static void
tell (Storm *storm, Report *report, guint done, CabRecord *record)
{
  report->done = done;
  if (record != NULL)
    g_strlcpy (report->id, cab_record_get_id (record), sizeof report->id);
  if (write (storm->pipe, report, sizeof *report) != sizeof *report)
    abort ();
}

static void
forget_client (GHashTable *items, const char *client_id)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (g_str_equal (((Item *)item)->client_id, client_id))
      g_hash_table_iter_remove (&iter);
}

/* What an act that was done means for what has to be there. */
static void
apply (GHashTable *items, const Report *report)
{
  Item *item;

  switch (report->act)
    {
    case ACT_CLIENT:
    case ACT_NOTE:
    case ACT_MOOD:
    case ACT_FILE:
      item = g_new0 (Item, 1);
      item->act = report->act;
      item->number = report->number;
      item->client_id = g_strdup (report->act == ACT_CLIENT ? report->id : report->client_id);
      g_hash_table_insert (items, g_strdup (report->id), item);
      break;
    case ACT_SIGN:
      item = g_hash_table_lookup (items, report->id);
      item->is_signed = TRUE;
      break;
    case ACT_ERASE:
      forget_client (items, report->client_id);
      break;
    case ACT_BACKUP:
    case ACT_COMPACT:
    case ACT_RESTORE:
    case N_ACTS:
      break;
    }
}

static void
open_practice (Storm *storm)
{
  g_autoptr (GError) error = NULL;

  /* A kill between the swap of a restored file and its witness: the person is asked once more. */
  storm->practice = cab_test_work_open (
      &storm->test, CAB_TEST_PASSPHRASE,
      storm->backup != NULL ? CAB_VAULT_OPEN_USE_OLDER : CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
}

static gboolean
restore (Storm *storm, GError **error)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  gboolean done;

  g_clear_object (&storm->practice);
  done = cab_backup_restore (storm->backup, &credential, storm->test.path, &storm->test.settings,
                             &cab_test_work_watch, NULL, NULL, error);
  open_practice (storm);

  return done;
}

static gboolean
compact (Storm *storm, GError **error)
{
  if (!cab_compact (cab_practice_get_vault (storm->practice), &cab_test_work_watch, NULL, error))
    return FALSE;

  g_clear_object (&storm->practice);
  open_practice (storm);
  return TRUE;
}

static CabRecord *
load (Storm *storm, const CabKind *kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  CabRecord *record = cab_practice_load (storm->practice, kind, id, &error);

  g_assert_no_error (error);
  return record;
}

/* Returns: (transfer full) (nullable): what was made */
static CabRecord *
do_act (Storm *storm, Report *report, GError **error)
{
  CabPractice *practice = storm->practice;
  g_autoptr (CabRecord) record = NULL;
  g_autofree char *path = NULL;

  switch (report->act)
    {
    case ACT_CLIENT:
      return cab_test_work_add_client (practice, report->number, error);
    case ACT_NOTE:
      return cab_test_work_add_note (practice, report->client_id, report->number, error);
    case ACT_MOOD:
      return cab_test_work_add_mood (practice, report->client_id, report->number, error);
    case ACT_FILE:
      return cab_test_work_add_file (practice, report->client_id, report->number, error);
    case ACT_SIGN:
      record = load (storm, &cab_note_kind, report->id);
      cab_note_sign (practice, record, "I wrote this note.", error);
      break;
    case ACT_ERASE:
      record = load (storm, &cab_client_kind, report->client_id);
      cab_erasure_erase (practice, record, CAB_ERASURE_GROUND_REQUEST, NULL, error);
      break;
    case ACT_BACKUP:
      cab_backup_make (cab_practice_get_vault (practice), storm->test.aside.path,
                       &cab_test_work_watch, &path, NULL, error);
      break;
    case ACT_COMPACT:
      compact (storm, error);
      break;
    case ACT_RESTORE:
      restore (storm, error);
      break;
    case N_ACTS:
      g_assert_not_reached ();
    }

  return NULL;
}

/* Works until it is killed. */
G_NORETURN static void
run_child (Storm *storm, gsize kind, guint first)
{
  open_practice (storm);
  for (guint number = first;; number++)
    {
      Report report = { .act = draw_act (storm, kind), .number = number };
      g_autoptr (CabRecord) made = NULL;
      g_autoptr (GError) error = NULL;
      const char *client_id = draw_id (storm, ACT_CLIENT);

      if (client_id != NULL)
        g_strlcpy (report.client_id, client_id, sizeof report.client_id);
      if (report.act == ACT_SIGN)
        g_strlcpy (report.id, draw_id (storm, ACT_NOTE), sizeof report.id);
      cab_clock_advance (storm->test.clock, 1000);
      tell (storm, &report, 0, NULL);
      made = do_act (storm, &report, &error);
      if (error != NULL)
        g_error ("%s: %s", act_names[report.act], error->message);
      tell (storm, &report, 1, made);
      apply (storm->items, &report);
    }
}

/* The words of a note or mood, or of a client. */
static void
assert_text (CabPractice *practice, const Item *item, CabRecord *record)
{
  g_autofree char *expected = cab_test_work_dup_text (item->number);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (item->act == ACT_NOTE)
    cab_note_dup_text (practice, record, &text, &error);
  else
    text = g_strdup (cab_record_get_text (record, item->act == ACT_MOOD
                                                      ? CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE)
                                                      : CAB_OWN (CAB_CLIENT_FIELD_PRESENTING)));
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_item (CabPractice *practice, const char *id, const Item *item)
{
  static const CabKind *const kinds[]
      = { &cab_client_kind, &cab_note_kind, NULL, &cab_mood_entry_kind, &cab_attachment_kind };
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) record = cab_practice_load (practice, kinds[item->act], id, &error);

  g_assert_no_error (error);
  if (item->act == ACT_FILE)
    {
      g_autoptr (GBytes) expected = cab_test_work_dup_file (item->number);
      g_autoptr (GBytes) content = cab_test_work_dup_content (practice, record, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (content, expected));
      return;
    }
  assert_text (practice, item, record);
  if (item->is_signed)
    {
      g_assert_cmpint (cab_record_get_code (record, CAB_OWN (CAB_NOTE_FIELD_STATE)), ==,
                       CAB_NOTE_STATE_SIGNED);
      cab_note_verify (practice, record, &error);
      g_assert_no_error (error);
    }
}

/* The act in doubt happened wholly or not at all. What it made is known by looking: a new
 * record has an id that nobody was told, and full verification has looked at it. */
static void
settle_doubt (Storm *storm, const Report *doubt)
{
  gboolean is_there;
  Item *item;

  if (doubt->act == ACT_ERASE)
    {
      is_there = cab_practice_exists (storm->practice, &cab_client_kind, doubt->client_id);
      g_assert_true (is_there != cab_practice_is_erased (storm->practice, doubt->client_id));
      if (!is_there)
        forget_client (storm->items, doubt->client_id);
    }
  item = doubt->act == ACT_SIGN ? g_hash_table_lookup (storm->items, doubt->id) : NULL;
  if (item != NULL)
    {
      g_autoptr (CabRecord) note = load (storm, &cab_note_kind, doubt->id);

      item->is_signed = cab_record_get_code (note, CAB_OWN (CAB_NOTE_FIELD_STATE))
                        == (int)CAB_NOTE_STATE_SIGNED;
    }
}

/* Every file that bears a backup's name is a verified one [V-102]. */
static void
examine_backups (Storm *storm)
{
  g_autoptr (GDir) dir = g_dir_open (storm->test.aside.path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (storm->test.aside.path, name, NULL);
      g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
      const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
      g_autoptr (CabPractice) backup = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".cabinet-backup") || g_strcmp0 (path, storm->backup) == 0)
        continue;
      backup = cab_practice_new_take (cab_vault_open (path, &credential, CAB_VAULT_OPEN_NORMAL,
                                                      &storm->test.settings, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (cab_test_work_is_sound (backup));
      g_clear_object (&backup);
      cab_test_remove (path);
    }
}

/* Nothing is left beside the practice but what restoring keeps. */
static void
assert_tidy (Storm *storm)
{
  g_autoptr (GDir) dir = g_dir_open (storm->test.folder.path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (storm->test.folder.path, name, NULL);

      if (strstr (name, ".before-restore-") != NULL)
        cab_test_remove (path);
      else if (!g_str_equal (name, "Practice.cabinet"))
        g_error ("left: %s", name);
    }
}

static void
examine (Storm *storm, const Report *doubt)
{
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  open_practice (storm);
  g_assert_true (cab_test_work_is_sound (storm->practice));
  if (doubt != NULL)
    settle_doubt (storm, doubt);
  g_hash_table_iter_init (&iter, storm->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    assert_item (storm->practice, id, item);
  g_clear_object (&storm->practice);
  examine_backups (storm);
  assert_tidy (storm);
}

/* Returns: how many acts were acknowledged; @doubt is the last that was only begun */
static guint
read_reports (Storm *storm, int fd, Report *doubt, gboolean *has_doubt)
{
  Report report;
  guint acked = 0;

  *has_doubt = FALSE;
  while (read (fd, &report, sizeof report) == sizeof report)
    {
      *has_doubt = report.done == 0;
      if (*has_doubt)
        {
          *doubt = report;
          continue;
        }
      apply (storm->items, &report);
      acked++;
    }

  return acked;
}

static guint
run_round (Storm *storm, gsize kind, guint round, gint64 longest_us)
{
  guint32 seed = (guint32)g_test_rand_int ();
  gulong delay = (gulong)g_test_rand_int_range (0, (int)longest_us);
  gboolean has_doubt;
  Report doubt;
  guint acked;
  int ends[2];
  int status = 0;
  pid_t child;

  /* A child's clock ends with it, and backups are named by the second. */
  cab_clock_advance (storm->test.clock, 3600000);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      storm->pipe = ends[1];
      storm->rand = g_rand_new_with_seed (seed);
      run_child (storm, kind, round * 1000 + 1);
    }

  close (ends[1]);
  g_usleep (delay);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  acked = read_reports (storm, ends[0], &doubt, &has_doubt);
  close (ends[0]);
  examine (storm, has_doubt ? &doubt : NULL);

  return acked;
}

/* A practice with something in it, and a backup of that. Returns: how long opening took */
static gint64
begin (Storm *storm, gsize kind)
{
  g_autoptr (GError) error = NULL;
  gint64 start;

  storm->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)free_item);
  storm->practice = cab_test_work_begin (&storm->test);
  if (kind != 0)
    {
      Report report = { .act = ACT_CLIENT, .number = 7 };
      g_autoptr (CabRecord) client = cab_test_work_add_client (storm->practice, 7, &error);

      g_assert_no_error (error);
      g_strlcpy (report.id, cab_record_get_id (client), sizeof report.id);
      apply (storm->items, &report);
      cab_backup_make (cab_practice_get_vault (storm->practice), storm->test.aside.path,
                       &cab_test_work_watch, &storm->backup, NULL, &error);
      g_assert_no_error (error);
    }
  g_clear_object (&storm->practice);

  start = g_get_monotonic_time ();
  open_practice (storm);
  g_clear_object (&storm->practice);

  return g_get_monotonic_time () - start;
}

static void
end (Storm *storm)
{
  g_clear_pointer (&storm->items, g_hash_table_unref);
  g_clear_pointer (&storm->backup, g_free);
  cab_test_vault_clear (&storm->test);
}

/* Long enough for some acts of a kind, as a multiple of opening. */
static const gint64 windows[] = { 6, 40, 40 };

static void
run_storm (gsize kind, guint rounds)
{
  gint64 start = g_get_monotonic_time ();
  guint acked = 0;

  for (guint round = 0; round < rounds;)
    {
      Storm storm = { 0 };
      gint64 opening = begin (&storm, kind);

      for (guint i = 0; i < ROUNDS_A_PRACTICE && round < rounds; i++, round++)
        acked += run_round (&storm, kind, round, windows[kind] * opening);
      end (&storm);
    }
  g_test_message ("%u kills, %u acknowledged acts, 0 lost, %.1f s", rounds, acked,
                  (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_cmpuint (acked, >, 0);
}

/* [V-42], [V-201] a day's work, killed at random: every acknowledged act is there word for word,
 * the file opens and verifies, no work copy is left */
static void
test_work (void)
{
  run_storm (0, cab_test_work_get_rounds (200));
}

/* [V-134], [V-203] compaction, killed at random: the old file or the new one, whole */
static void
test_compaction (void)
{
  run_storm (1, cab_test_work_get_rounds (20));
}

/* [V-105], [V-203] restoring, killed at random: what stood there or what was restored, whole */
static void
test_restoring (void)
{
  run_storm (2, cab_test_work_get_rounds (20));
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-storm/work", test_work);
  g_test_add_func ("/model-storm/compaction", test_compaction);
  g_test_add_func ("/model-storm/restoring", test_restoring);

  return g_test_run ();
}
