/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-notices.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "cab-backup.h"
#include "cab-format.h"
#include "cab-word.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define BACKUP_DAYS 7
/* [V-13] */
#define LARGE_SIZE (G_GUINT64_CONSTANT (3) * 1024 * 1024 * 1024)
#define KEY "cab-notices"

struct _CabNotices
{
  GObject parent_instance;

  CabNotice notices[CAB_N_NOTICE_CAUSES];
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabNotices, cab_notices, G_TYPE_OBJECT)

void
cab_notices_set (CabNotices *self,
                 CabNoticeCause cause,
                 const char *title,
                 const char *button,
                 const char *action)
{
  CabNotice *notice;

  g_return_if_fail (CAB_IS_NOTICES (self));
  g_return_if_fail (title != NULL);

  notice = &self->notices[cause];
  if (g_strcmp0 (notice->title, title) == 0 && notice->action == action)
    return;

  g_set_str (&notice->title, title);
  notice->button = button;
  notice->action = action;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
cab_notices_clear (CabNotices *self, CabNoticeCause cause)
{
  g_return_if_fail (CAB_IS_NOTICES (self));

  if (self->notices[cause].title == NULL)
    return;

  g_clear_pointer (&self->notices[cause].title, g_free);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
cab_notices_has (CabNotices *self, CabNoticeCause cause)
{
  g_return_val_if_fail (CAB_IS_NOTICES (self), FALSE);

  return self->notices[cause].title != NULL;
}

const CabNotice *
cab_notices_get_first (CabNotices *self)
{
  g_return_val_if_fail (CAB_IS_NOTICES (self), NULL);

  for (guint i = 0; i < CAB_N_NOTICE_CAUSES; i++)
    if (self->notices[i].title != NULL)
      return &self->notices[i];

  return NULL;
}

void
cab_notices_retry (CabNotices *self)
{
  g_return_if_fail (CAB_IS_NOTICES (self));

  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
set_if (CabNotices *self,
        gboolean is_there,
        CabNoticeCause cause,
        const char *title,
        const char *button,
        const char *action)
{
  if (is_there)
    cab_notices_set (self, cause, title, button, action);
  else
    cab_notices_clear (self, cause);
}

/* [V-103] */
static char *
dup_no_backup (const CabNoticeFacts *facts, const char *zone)
{
  g_autofree char *last = facts->backup_ms != 0 ? cab_format_ms (facts->backup_ms, zone) : NULL;

  if (last == NULL)
    return g_strdup (facts->lacks_drive ? _ ("Your backup drive is not connected")
                                        : _ ("There is no backup of this practice yet"));
  if (facts->lacks_drive)
    /* Translators: %s is a day and a time */
    return g_strdup_printf (_ ("Your backup drive is not connected. Last backup: %s."), last);

  /* Translators: %s is a day and a time */
  return g_strdup_printf (_ ("Last backup: %s"), last);
}

void
cab_notices_take_facts (CabNotices *self, const CabNoticeFacts *facts, const char *zone)
{
  g_autofree char *now = cab_format_ms (facts->now_ms, zone);
  g_autofree char *size = cab_format_size (facts->size);
  g_autofree char *no_backup = dup_no_backup (facts, zone);
  g_autofree char *clock = NULL;
  g_autofree char *large = NULL;
  gint64 since_ms = facts->now_ms - MAX (facts->created_ms, facts->backup_ms);

  g_return_if_fail (CAB_IS_NOTICES (self));

  /* Translators: %s is a day and a time */
  clock = g_strdup_printf (_ ("The computer’s clock went back to %s. Check it before you write."),
                           now);
  /* Translators: %s is a size, “3.1 GB” */
  large = g_strdup_printf (_ ("This practice takes up %s of at most 3.5 GB"), size);
  set_if (self, facts->is_clock_back, CAB_NOTICE_CLOCK, clock, NULL, NULL);
  set_if (self, facts->size >= LARGE_SIZE, CAB_NOTICE_SIZE, large, NULL, NULL);
  set_if (self, since_ms > BACKUP_DAYS * DAY_MS, CAB_NOTICE_NO_BACKUP, no_backup,
          _ ("_Back Up Now"), "win.back-up");
}

/* On the file's thread. */
static gpointer
look_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabVault *vault = cab_practice_get_vault (practice);
  g_autoptr (GPtrArray) backups = cab_backup_list (vault, error);
  g_autofree char *folder = cab_practice_dup_preference (practice, "backup-folder");
  CabNoticeFacts *facts;
  GStatBuf status;

  if (backups == NULL)
    return NULL;

  facts = g_new0 (CabNoticeFacts, 1);
  facts->now_ms = cab_clock_get_wall_ms (cab_vault_get_clock (vault));
  facts->created_ms = cab_vault_get_created (vault);
  facts->size = g_stat (cab_vault_get_path (vault), &status) == 0 ? (guint64)status.st_size : 0;
  facts->is_clock_back = cab_vault_is_writable (vault) && cab_vault_is_clock_back (vault);
  facts->lacks_drive = folder != NULL && !g_file_test (folder, G_FILE_TEST_IS_DIR);
  for (guint i = 0; i < backups->len; i++)
    {
      const CabBackupEntry *entry = backups->pdata[i];

      if (entry->verified_ms > 0)
        facts->backup_ms = MAX (facts->backup_ms, entry->made_ms);
    }

  return facts;
}

static void
on_looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabOpenPractice) practice = user_data;
  g_autofree CabNoticeFacts *facts = cab_open_practice_run_finish (practice, result, NULL);

  if (facts != NULL && !cab_open_practice_is_closed (practice))
    cab_notices_take_facts (cab_notices_get (practice), facts,
                            cab_open_practice_get_zone (practice));
}

void
cab_notices_look (CabOpenPractice *practice)
{
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  cab_open_practice_run_async (practice, CAB_JOB_READS, look_job, NULL, NULL, g_free, NULL,
                               on_looked_cb, g_object_ref (practice));
}

/* A backup's name ends in the instant at which it was made. */
static char *
dup_made (CabOpenPractice *practice)
{
  const char *path = cab_open_practice_get_path (practice);
  const char *stamp = strrchr (path, '-');
  g_autofree char *instant = NULL;
  int day[3];
  int time[3];

  while (stamp != NULL && stamp > path
         && sscanf (stamp, "-%4d%2d%2dT%2d%2d%2dZ", &day[0], &day[1], &day[2], &time[0], &time[1],
                    &time[2])
                != 6)
    {
      g_autofree char *before = g_strndup (path, (gsize)(stamp - path));
      const char *earlier = strrchr (before, '-');

      stamp = earlier != NULL ? path + (earlier - before) : NULL;
    }
  if (stamp == NULL || stamp == path)
    return NULL;

  instant = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", day[0], day[1], day[2], time[0],
                             time[1], time[2]);

  return cab_format_instant (instant, cab_open_practice_get_zone (practice));
}

/* [W-47] Why it is read-only, and what can be done about it. */
static void
set_read_only (CabNotices *self, CabOpenPractice *practice)
{
  const char *path = cab_open_practice_get_path (practice);
  gint64 snapshot_ms = cab_open_practice_get_snapshot_ms (practice);
  g_autofree char *made = NULL;
  g_autofree char *title = NULL;

  if (snapshot_ms != 0)
    {
      made = cab_format_ms (snapshot_ms, cab_open_practice_get_zone (practice));
      /* Translators: %s is a day and a time */
      title = g_strdup_printf (_ ("Open elsewhere, snapshot of %s – read-only"), made);
      /* The lock page then tries the file itself. */
      cab_notices_set (self, CAB_NOTICE_READ_ONLY, title, _ ("_Try Again"), "win.lock");
    }
  else if (g_str_has_suffix (path, ".cabinet-backup"))
    {
      made = dup_made (practice);
      /* Translators: %s is a day and a time */
      title = made != NULL ? g_strdup_printf (_ ("Backup from %s – read-only"), made)
                           : g_strdup (_ ("Backup – read-only"));
      cab_notices_set (self, CAB_NOTICE_READ_ONLY, title, _ ("_Compare with Current…"),
                       "win.compare");
    }
  else if (access (path, W_OK) != 0)
    cab_notices_set (self, CAB_NOTICE_READ_ONLY,
                     _ ("No permission to change this file – read-only"), _ ("_Save a Copy…"),
                     "win.save-copy");
  else
    cab_notices_set (self, CAB_NOTICE_READ_ONLY, _ ("Opened read-only"), NULL, NULL);
}

/* What a backup or a compaction may have taken away; nothing else comes or goes
 * while a practice is open. */
static void
on_changed_cb (CabOpenPractice *practice)
{
  const CabNotice *notices = cab_notices_get (practice)->notices;

  if (notices[CAB_NOTICE_NO_BACKUP].title != NULL || notices[CAB_NOTICE_SIZE].title != NULL)
    cab_notices_look (practice);
}

/* [W-41] The sample practice has no reminders; what cannot be changed needs none. */
CabNotices *
cab_notices_get (CabOpenPractice *practice)
{
  CabNotices *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_get_data (G_OBJECT (practice), KEY);
  if (self != NULL)
    return self;

  self = g_object_new (CAB_TYPE_NOTICES, NULL);
  g_object_set_data_full (G_OBJECT (practice), KEY, self, g_object_unref);
  if (!cab_open_practice_is_writable (practice))
    {
      set_read_only (self, practice);
    }
  else if (cab_open_practice_is_sample (practice))
    {
      cab_notices_set (self, CAB_NOTICE_SAMPLE,
                       cab_word (cab_open_practice_get_word (practice), "sample"),
                       _ ("_Delete Sample…"), "win.delete-sample");
    }
  else
    {
      g_signal_connect (practice, "changed", G_CALLBACK (on_changed_cb), NULL);
      cab_notices_look (practice);
    }

  return self;
}

static void
cab_notices_finalize (GObject *object)
{
  CabNotices *self = CAB_NOTICES (object);

  for (guint i = 0; i < CAB_N_NOTICE_CAUSES; i++)
    g_free (self->notices[i].title);

  G_OBJECT_CLASS (cab_notices_parent_class)->finalize (object);
}

static void
cab_notices_class_init (CabNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_notices_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_notices_init (CabNotices *self)
{
}
