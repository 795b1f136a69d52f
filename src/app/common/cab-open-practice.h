/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-practice.h"

G_BEGIN_DECLS

/** CAB_SAMPLE_NAME: the name of the sample practice's file, which says that it is one [W-41] */
#define CAB_SAMPLE_NAME "Sample Practice.cabinet"

/**
 * CabOpenPractice:
 *
 * An open practice as the window sees it: the file's thread, and what the
 * window may know without asking that thread. No widget touches a
 * #CabPractice; it gives this object a function that runs on the file's thread.
 *
 * Properties: `writable` [W-46], `closed`, `name`, `path`, `word`
 * (`clients`, `patients`, `service-users` [W-115]), `discreet` [W-28].
 * Signals: `changed`, after a job that may have written, and when people are to
 * be called otherwise: whoever shows records reads them again.
 *
 * Thread: main. Source: design.md "One thread owns each open file", [V-24].
 */
#define CAB_TYPE_OPEN_PRACTICE (cab_open_practice_get_type ())
G_DECLARE_FINAL_TYPE (CabOpenPractice, cab_open_practice, CAB, OPEN_PRACTICE, GObject)

/**
 * CabOpenFunc:
 * @data: what was given with it
 * @cancellable: (not nullable): the job's
 * @error: return location
 *
 * Makes or opens a vault. Runs on the file's thread.
 *
 * Returns: (transfer full): the practice, or %NULL with @error set
 */
typedef CabPractice *(*CabOpenFunc) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * cab_open_practice_new_async:
 * @func: opens or makes the file
 * @data: (transfer full) (nullable): for @func
 * @data_free: (nullable): frees @data, on either thread
 * @cancellable: (nullable): stops the key derivation
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Opens a practice on a thread of its own.
 */
void cab_open_practice_new_async (CabOpenFunc func,
                                  gpointer data,
                                  GDestroyNotify data_free,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * cab_open_practice_new_finish:
 * @result: as given to the callback
 * @error: return location
 *
 * Errors: the vault's and the model's, unchanged.
 *
 * Returns: (transfer full): the open practice
 */
CabOpenPractice *
cab_open_practice_new_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CabJobFlags:
 * @CAB_JOB_READS: leaves the file as it is
 * @CAB_JOB_WRITES: may change the record: `changed` is emitted when it succeeds
 * @CAB_JOB_KEEPS: is not cancelled by closing: the flush of a draft
 * @CAB_JOB_LONG: an export, import or backup, which puts off locking for idleness alone [V-171]
 */
typedef enum
{
  CAB_JOB_READS = 0,
  CAB_JOB_WRITES = 1 << 0,
  CAB_JOB_KEEPS = 1 << 1,
  CAB_JOB_LONG = 1 << 2
} CabJobFlags;

/**
 * CabJobFunc:
 * @practice: the practice; belongs to this thread and must not leave it
 * @data: what was given with the job
 * @cancellable: cancelled by the caller's, or because the practice closes
 * @error: return location
 *
 * Runs on the file's thread. What it returns is handed over whole: the thread
 * keeps no reference to it.
 *
 * Returns: (transfer full) (nullable): the result; %NULL with @error set is a failure
 */
typedef gpointer (*CabJobFunc) (CabPractice *practice,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/**
 * cab_open_practice_run_async:
 * @self: an open practice
 * @flags: what the job does
 * @func: the job
 * @data: (transfer full) (nullable): for @func
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees a result that nobody took
 * @cancellable: (nullable): the caller's; cancelled in its dispose
 * @callback: (nullable): called in the main thread
 * @user_data: for @callback
 *
 * Queues a job on the file's thread. Jobs run in the order they were queued.
 */
void cab_open_practice_run_async (CabOpenPractice *self,
                                  CabJobFlags flags,
                                  CabJobFunc func,
                                  gpointer data,
                                  GDestroyNotify data_free,
                                  GDestroyNotify result_free,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * cab_open_practice_run_finish:
 * @self: an open practice
 * @result: as given to the callback
 * @error: return location
 *
 * Errors: what the job set; %G_IO_ERROR_CANCELLED when it was cancelled.
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer cab_open_practice_run_finish (CabOpenPractice *self, GAsyncResult *result, GError **error);

/**
 * CabReplaceFunc:
 * @practice: the practice that is open
 * @data: what was given with it
 * @cancellable: cancelled by the caller's, or because the practice closes
 * @error: return location
 *
 * Writes the file anew, which closes it, and opens it again. Runs on the file's
 * thread; jobs that wait meanwhile find the file open again.
 *
 * Returns: (transfer full): the same practice, opened again; %NULL with @error set
 */
typedef CabPractice *(*CabReplaceFunc) (CabPractice *practice,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error);

/**
 * cab_open_practice_replace_async:
 * @self: an open practice
 * @func: writes the file anew and opens it again
 * @data: (transfer full) (nullable): for @func
 * @data_free: (nullable): frees @data
 * @cancellable: (nullable): the caller's
 * @callback: called in the main thread; it calls cab_open_practice_run_finish()
 * @user_data: for @callback
 *
 * Goes on with the file that @func opens: no page has to be left for a new
 * passphrase.
 */
void cab_open_practice_replace_async (CabOpenPractice *self,
                                      CabReplaceFunc func,
                                      gpointer data,
                                      GDestroyNotify data_free,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/** cab_open_practice_get_path: Returns: (not nullable): where the file lies */
const char *cab_open_practice_get_path (CabOpenPractice *self);

/** cab_open_practice_get_name: Returns: (not nullable): the practice's own name */
const char *cab_open_practice_get_name (CabOpenPractice *self);

/** cab_open_practice_is_writable: Returns: whether changes can be kept */
gboolean cab_open_practice_is_writable (CabOpenPractice *self);

/** cab_open_practice_is_closed: Returns: whether cab_open_practice_close() was called */
gboolean cab_open_practice_is_closed (CabOpenPractice *self);

/** cab_open_practice_is_sample: Returns: whether it is the sample practice [W-41] */
gboolean cab_open_practice_is_sample (CabOpenPractice *self);

/** cab_open_practice_get_lock_minutes: Returns: minutes without input before it locks [M-30] */
guint cab_open_practice_get_lock_minutes (CabOpenPractice *self);

/** cab_open_practice_get_word: Returns: the stored code of what people are called [W-115] */
const char *cab_open_practice_get_word (CabOpenPractice *self);

/** cab_open_practice_is_discreet: Returns: whether people are called by reference [W-28] */
gboolean cab_open_practice_is_discreet (CabOpenPractice *self);

/** cab_open_practice_set_discreet: as the window says that shows it; `changed` follows */
void cab_open_practice_set_discreet (CabOpenPractice *self, gboolean is_discreet);

/** cab_open_practice_get_snapshot_ms: Returns: when the file, which another program had open, was
 * copied to be read; 0 when it is the file itself [V-117] */
gint64 cab_open_practice_get_snapshot_ms (CabOpenPractice *self);

/** cab_open_practice_get_zone: Returns: (not nullable): the practice's time zone */
const char *cab_open_practice_get_zone (CabOpenPractice *self);

/** cab_open_practice_get_today: Returns: (not nullable): the day it was when last asked, ISO 8601
 */
const char *cab_open_practice_get_today (CabOpenPractice *self);

/**
 * cab_open_practice_reload:
 * @self: an open practice
 *
 * Reads name, word and settings again; properties notify when they differ.
 */
void cab_open_practice_reload (CabOpenPractice *self);

/** cab_open_practice_has_backup_folder: Returns: whether a folder for backups was chosen */
gboolean cab_open_practice_has_backup_folder (CabOpenPractice *self);

/** cab_open_practice_is_busy: Returns: whether a job with %CAB_JOB_LONG waits or runs */
gboolean cab_open_practice_is_busy (CabOpenPractice *self);

/**
 * cab_open_practice_set_yielding:
 * @self: an open practice
 * @cancellable: (nullable): of a long job that was just queued; %NULL once it has ended
 *
 * Names the job that gives way: when another one is queued and still waits after
 * two seconds, it is cancelled [V-100].
 */
void cab_open_practice_set_yielding (CabOpenPractice *self, GCancellable *cancellable);

/**
 * cab_open_practice_close:
 * @self: an open practice
 *
 * Emits `closing`, in whose handlers editors queue their drafts as jobs that
 * keep; cancels every other job; closes the file, wipes its keys and ends its
 * thread. Waits for that: at most the time of the running step [V-170].
 * Callbacks of jobs that were cancelled still come.
 */
void cab_open_practice_close (CabOpenPractice *self);

G_END_DECLS
