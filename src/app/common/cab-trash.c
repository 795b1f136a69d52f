/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-trash.h"

#include "cab-announce.h"
#include "cab-undo.h"
#include "cab-window.h"

/* One record on its way into the trash or out of it. */
typedef struct
{
  const CabKind *kind;
  char *id;
  char *sentence;
  CabOpenPractice *practice;
  GtkWidget *window;
} Move;

static Move *
move_new (CabOpenPractice *practice, const CabKind *kind, const char *id)
{
  Move *self = g_new0 (Move, 1);

  self->practice = g_object_ref (practice);
  self->kind = kind;
  self->id = g_strdup (id);

  return self;
}

static void
move_free (Move *self)
{
  g_clear_object (&self->practice);
  g_clear_object (&self->window);
  g_free (self->id);
  g_free (self->sentence);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

/* What the file's thread needs, and nothing of the window. */
typedef struct
{
  const CabKind *kind;
  char *id;
  gboolean is_in;
} Order;

static void
order_free (Order *self)
{
  g_free (self->id);
  g_free (self);
}

static Order *
order_new (const Move *move, gboolean is_in)
{
  Order *self = g_new0 (Order, 1);

  self->kind = move->kind;
  self->id = g_strdup (move->id);
  self->is_in = is_in;

  return self;
}

static gpointer
move_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autoptr (CabRecord) record = cab_practice_load (practice, order->kind, order->id, error);

  if (record == NULL)
    return NULL;
  if (order->is_in)
    (void)cab_practice_trash (practice, record, error);
  else
    (void)cab_practice_restore (practice, record, error);

  return NULL;
}

static void
on_restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) move = user_data;

  cab_open_practice_run_finish (move->practice, result, NULL);
}

void
cab_trash_restore (CabOpenPractice *practice, const CabKind *kind, const char *id)
{
  Move *move;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (kind != NULL && id != NULL);

  move = move_new (practice, kind, id);
  cab_open_practice_run_async (practice, CAB_JOB_WRITES, move_job, order_new (move, FALSE),
                               (GDestroyNotify)order_free, NULL, NULL, on_restored_cb, move);
}

static void
on_undo_cb (AdwToast *toast, const Move *move)
{
  if (!cab_open_practice_is_closed (move->practice))
    cab_trash_restore (move->practice, move->kind, move->id);
}

static void
forget_move (gpointer data, GClosure *closure)
{
  move_free (data);
}

/* Takes @move over: the toast keeps it. */
static void
offer_undo (Move *move)
{
  g_autoptr (GtkWidget) window = g_steal_pointer (&move->window);
  AdwToast *toast = adw_toast_new (move->sentence);

  adw_toast_set_timeout (toast, CAB_UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_cb), move, forget_move,
                         G_CONNECT_DEFAULT);
  cab_undo_offer (window, toast);
  cab_announce (window, move->sentence);
  cab_window_toast (CAB_WINDOW (window), toast);
}

static void
on_moved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (move->practice, result, &error);
  /* [W-104] Locked meanwhile, nothing of it is said any more. */
  if (cab_window_get_practice (CAB_WINDOW (move->window)) != move->practice)
    return;
  if (error == NULL)
    offer_undo (g_steal_pointer (&move));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cab_window_toast (CAB_WINDOW (move->window), adw_toast_new (error->message));
}

void
cab_trash_move (GtkWidget *widget,
                CabOpenPractice *practice,
                const CabKind *kind,
                const char *id,
                const char *sentence)
{
  GtkWidget *window;
  Move *move;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (kind != NULL && id != NULL && sentence != NULL);

  window = gtk_widget_get_ancestor (widget, CAB_TYPE_WINDOW);
  g_return_if_fail (window != NULL);

  move = move_new (practice, kind, id);
  move->window = g_object_ref (window);
  move->sentence = g_strdup (sentence);
  cab_open_practice_run_async (practice, CAB_JOB_WRITES, move_job, order_new (move, TRUE),
                               (GDestroyNotify)order_free, NULL, NULL, on_moved_cb, move);
}
