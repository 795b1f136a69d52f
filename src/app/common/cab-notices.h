/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNoticeCause:
 * @CAB_NOTICE_CLOCK: the computer's clock went back [V-94]
 * @CAB_NOTICE_BACKUP_FAILED: a backup did not pass its check [V-102]
 * @CAB_NOTICE_READ_ONLY: nothing can be changed [W-47]
 * @CAB_NOTICE_NO_ROOM: what was typed cannot be stored now [V-26]
 * @CAB_NOTICE_SAMPLE: it is the sample practice [W-41]
 * @CAB_NOTICE_SIZE: the file nears its size limit [V-13]
 * @CAB_NOTICE_NO_BACKUP: no backup for seven days [V-103]
 *
 * Why a banner shows, in the order in which one cause goes before another.
 * Source: window.md [W-6].
 */
typedef enum
{
  CAB_NOTICE_CLOCK,
  CAB_NOTICE_BACKUP_FAILED,
  CAB_NOTICE_READ_ONLY,
  CAB_NOTICE_NO_ROOM,
  CAB_NOTICE_SAMPLE,
  CAB_NOTICE_SIZE,
  CAB_NOTICE_NO_BACKUP
} CabNoticeCause;

#define CAB_N_NOTICE_CAUSES (CAB_NOTICE_NO_BACKUP + 1)

/**
 * CabNotice:
 * @title: one line, without a full stop when it is a lone sentence
 * @button: (nullable): the label of its button, with an access key
 * @action: (nullable): what the button does
 */
typedef struct
{
  char *title;
  const char *button;
  const char *action;
} CabNotice;

/**
 * CabNoticeFacts:
 * @now_ms: the instant of the looking
 * @created_ms: when the practice was made
 * @backup_ms: when the newest backup that passed its check was made, 0 for none
 * @size: bytes of the practice's file
 * @is_clock_back: whether the clock is behind what the practice has seen
 * @lacks_drive: whether a backup folder was chosen and is not there now
 *
 * What a practice's own file and folders say about causes.
 */
typedef struct
{
  gint64 now_ms;
  gint64 created_ms;
  gint64 backup_ms;
  guint64 size;
  gboolean is_clock_back;
  gboolean lacks_drive;
} CabNoticeFacts;

/**
 * CabNotices:
 *
 * Everything that a banner has to say about one open practice. Whoever meets a
 * cause sets it here, and takes it back when it is gone; banners show the first.
 *
 * Signals: `changed`; `retry`, when the person asks to store now what could not be stored.
 * Thread: main. Source: window.md [W-6].
 */
#define CAB_TYPE_NOTICES (cab_notices_get_type ())
G_DECLARE_FINAL_TYPE (CabNotices, cab_notices, CAB, NOTICES, GObject)

/** cab_notices_get: Returns: (transfer none): the notices of @practice, which keeps them */
CabNotices *cab_notices_get (CabOpenPractice *practice);

/**
 * cab_notices_set:
 * @self: notices
 * @cause: the cause
 * @title: what the banner says
 * @button: (nullable): the label of its button
 * @action: (nullable): a parameterless action of the window
 *
 * Says that a cause is there. @button and @action are not copied.
 */
void cab_notices_set (CabNotices *self,
                      CabNoticeCause cause,
                      const char *title,
                      const char *button,
                      const char *action);

/** cab_notices_clear: says that a cause is gone, if it was there */
void cab_notices_clear (CabNotices *self, CabNoticeCause cause);

/** cab_notices_has: Returns: whether that cause is there, shown or not */
gboolean cab_notices_has (CabNotices *self, CabNoticeCause cause);

/** cab_notices_retry: emits `retry` */
void cab_notices_retry (CabNotices *self);

/** cab_notices_get_first: Returns: (transfer none) (nullable): what the banner shows now */
const CabNotice *cab_notices_get_first (CabNotices *self);

/** cab_notices_take_facts: sets and clears the causes that follow from @facts, whose days are
 * told in the time zone @zone */
void cab_notices_take_facts (CabNotices *self, const CabNoticeFacts *facts, const char *zone);

/** cab_notices_look: looks at the practice's file and backups again, on its thread */
void cab_notices_look (CabOpenPractice *practice);

G_END_DECLS
