/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-window-private.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-computer.h"
#include "cab-error-page.h"
#include "cab-forgetting.h"
#include "cab-format.h"
#include "cab-harden.h"
#include "cab-lock-page.h"
#include "cab-opener.h"
#include "cab-recent-files.h"
#include "cab-start-page.h"
#include "cab-undo.h"
#include "cab-vault-error.h"

/* The least that can be kept: the template's requests, and the schema's ranges. */
#define MIN_WIDTH 360
#define MIN_HEIGHT 294

enum
{
  PROP_DISCREET = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabWindow, cab_window, ADW_TYPE_APPLICATION_WINDOW)

CabWindow *
cab_window_new (AdwApplication *application)
{
  return g_object_new (CAB_TYPE_WINDOW, "application", application, NULL);
}

CabOpenPractice *
cab_window_get_practice (CabWindow *self)
{
  g_return_val_if_fail (CAB_IS_WINDOW (self), NULL);

  return self->practice;
}

CabPracticeView *
cab_window_get_view (CabWindow *self)
{
  GtkWidget *child = adw_bin_get_child (self->practice_bin);

  return child != NULL ? CAB_PRACTICE_VIEW (child) : NULL;
}

void
cab_window_toast (CabWindow *self, AdwToast *toast)
{
  g_autofree char *lone = NULL;
  AdwDialog *dialog;

  g_return_if_fail (CAB_IS_WINDOW (self));

  /* [W-113] */
  lone = cab_format_lone (adw_toast_get_title (toast));
  /* A sentence may name a file, and a file may be called “A & B”. */
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, lone);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  if (ADW_IS_PREFERENCES_DIALOG (dialog))
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  else
    adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* [W-110] The practice's name only while it is open, never a client's. */
static void
update_title (CabWindow *self)
{
  g_autofree char *title = NULL;

  if (self->practice == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self),
                            self->path != NULL ? _ ("Cabinet – Locked") : _ ("Cabinet"));
      return;
    }

  if (cab_open_practice_is_writable (self->practice))
    title = g_strdup (cab_open_practice_get_name (self->practice));
  else
    /* Translators: %s is the name of a practice */
    title = g_strdup_printf (_ ("%s (Read-Only)"), cab_open_practice_get_name (self->practice));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* [W-44] Once, and only of what nobody was there to see. */
static void
tell_lock (CabWindow *self)
{
  g_autoptr (CabAfterLock) after = g_steal_pointer (&self->after);

  cab_after_lock_tell (after, self);
}

void
cab_window_take_practice (CabWindow *self, CabOpenPractice *practice)
{
  g_return_if_fail (CAB_IS_WINDOW (self));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));

  cab_window_lock (self, CAB_LOCK_ASKED);
  self->practice = practice;
  self->is_leaving = FALSE;
  self->may_lose_text = FALSE;
  g_set_str (&self->path, cab_open_practice_get_path (practice));
  if (cab_open_practice_is_writable (practice) && !cab_open_practice_is_sample (practice))
    cab_recent_files_add (self->path);

  cab_open_practice_set_discreet (practice, self->is_discreet);
  adw_bin_set_child (self->lock_bin, NULL);
  adw_bin_set_child (self->practice_bin, GTK_WIDGET (cab_practice_view_new (practice)));
  gtk_stack_set_visible_child_name (self->stack, "practice");
  cab_action_table_bind (&cab_window_actions, GTK_WIDGET (self), G_OBJECT (practice));
  update_title (self);
  tell_lock (self);
  cab_window_import_pending (self);
}

static void
show_error (CabWindow *self, const GError *error)
{
  adw_bin_set_child (self->lock_bin, GTK_WIDGET (cab_error_page_new (self->path, error)));
  gtk_stack_set_visible_child_name (self->stack, "lock");
}

static CabLockPage *
get_lock_page (CabWindow *self)
{
  GtkWidget *child = adw_bin_get_child (self->lock_bin);

  return child != NULL && CAB_IS_LOCK_PAGE (child) ? CAB_LOCK_PAGE (child) : NULL;
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  CabOpenPractice *practice = cab_opener_open_finish (result, &error);
  CabLockPage *page = get_lock_page (self);

  g_clear_object (&self->opening);
  if (practice != NULL)
    cab_window_take_practice (self, practice);
  else if (page != NULL && g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY))
    cab_lock_page_refuse (page, error->message);
  else if (page != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cab_lock_page_set_busy (page, FALSE);
  else
    show_error (self, error);
  /* What was typed went through buffers on this thread. */
  cab_harden_scrub_thread ();
}

static CabVaultOpenFlags
get_page_flags (CabLockPage *page)
{
  return (CabVaultOpenFlags)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (page), "flags"));
}

/* Takes @secret. */
static void
open_with_secret (CabWindow *self,
                  CabLockPage *page,
                  CabSecret *secret,
                  GAsyncReadyCallback callback)
{
  cab_lock_page_set_busy (page, TRUE);
  g_set_object (&self->opening, NULL);
  self->opening = g_cancellable_new ();
  cab_opener_open_async (cab_lock_page_get_path (page), CAB_CREDENTIAL_PASSPHRASE, secret,
                         get_page_flags (page), self->opening, callback, g_object_ref (self));
}

/* Nobody typed it here: what it does not open waits for its own passphrase. */
static void
on_opened_with_other_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  CabOpenPractice *practice = cab_opener_open_finish (result, NULL);
  CabLockPage *page = get_lock_page (self);

  g_clear_object (&self->opening);
  if (practice != NULL)
    cab_window_take_practice (self, practice);
  else if (page != NULL)
    cab_lock_page_set_busy (page, FALSE);
  cab_harden_scrub_thread ();
}

/* [W-50] A backup beside the practice is unlocked with it, where it has the same passphrase. */
static void
unlock_others (CabWindow *self, CabSecret *secret)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      CabWindow *other = CAB_IS_WINDOW (l->data) ? CAB_WINDOW (l->data) : NULL;
      CabLockPage *page = other != NULL && other != self ? get_lock_page (other) : NULL;

      if (page != NULL && other->opening == NULL)
        open_with_secret (other, page, cab_secret_dup (secret), on_opened_with_other_cb);
    }
}

static void
on_unlock_cb (CabWindow *self, CabLockPage *page)
{
  CabSecret *secret = cab_lock_page_steal_secret (page);

  if (secret == NULL)
    return;

  unlock_others (self, secret);
  open_with_secret (self, page, secret, on_opened_cb);
}

static void
on_cancel_cb (CabWindow *self, CabLockPage *page)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static void
show_lock_page (CabWindow *self, CabVaultOpenFlags flags)
{
  CabLockPage *page = cab_lock_page_new (self->path);

  g_object_set_data (G_OBJECT (page), "flags", GUINT_TO_POINTER (flags));
  g_signal_connect_object (page, "unlock", G_CALLBACK (on_unlock_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "cancel", G_CALLBACK (on_cancel_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->lock_bin, GTK_WIDGET (page));
  gtk_stack_set_visible_child_name (self->stack, "lock");
  update_title (self);
}

/* Only the page that asked: it may be gone, or another file's. */
static void
on_examined_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabLockPage) page = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (cab_opener_examine_finish (result, &error) || root == NULL)
    return;

  if (get_lock_page (CAB_WINDOW (root)) == page && CAB_WINDOW (root)->opening == NULL)
    show_error (CAB_WINDOW (root), error);
}

/* [V-26] No passphrase is asked for where none can help. */
static void
ask_for_passphrase (CabWindow *self, CabVaultOpenFlags flags)
{
  show_lock_page (self, flags);
  if (flags == CAB_VAULT_OPEN_NORMAL)
    cab_opener_examine_async (self->path, on_examined_cb, g_object_ref (get_lock_page (self)));
}

void
cab_window_show_error (CabWindow *self, const char *path, const GError *error)
{
  g_set_str (&self->path, path);
  show_error (self, error);
  update_title (self);
}

void
cab_window_open_with (CabWindow *self, CabVaultOpenFlags flags)
{
  if (self->path == NULL)
    return;

  cab_window_lock (self, CAB_LOCK_ASKED);
  ask_for_passphrase (self, flags);
}

void
cab_window_show_file (CabWindow *self, const char *path)
{
  g_autofree char *kept = g_strdup (path);

  g_return_if_fail (CAB_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  cab_window_lock (self, CAB_LOCK_ASKED);
  if (g_set_str (&self->path, kept))
    g_clear_pointer (&self->after, cab_after_lock_free);
  ask_for_passphrase (self, CAB_VAULT_OPEN_NORMAL);
}

void
cab_window_show_start (CabWindow *self)
{
  cab_window_lock (self, CAB_LOCK_ASKED);
  adw_bin_set_child (self->lock_bin, NULL);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->after, cab_after_lock_free);
  cab_start_page_reload (CAB_START_PAGE (adw_bin_get_child (self->start_bin)));
  gtk_stack_set_visible_child_name (self->stack, "start");
  update_title (self);
}

static void
on_sample_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  CabOpenPractice *practice = cab_opener_open_finish (result, &error);

  g_clear_object (&self->opening);
  cab_start_page_set_busy (CAB_START_PAGE (adw_bin_get_child (self->start_bin)), FALSE);
  if (practice != NULL)
    {
      cab_window_take_practice (self, practice);
      return;
    }

  g_free (self->path);
  self->path = cab_opener_dup_sample_path ();
  show_error (self, error);
}

void
cab_window_open_sample (CabWindow *self)
{
  if (self->opening != NULL)
    return;

  /* It may be the sample itself that is open. */
  cab_window_lock (self, CAB_LOCK_ASKED);
  self->opening = g_cancellable_new ();
  cab_start_page_set_busy (CAB_START_PAGE (adw_bin_get_child (self->start_bin)), TRUE);
  cab_opener_open_sample_async (on_sample_opened_cb, g_object_ref (self));
}

static gboolean
is_above (GtkWindow *window, GtkWindow *self)
{
  GtkWindow *below = gtk_window_get_transient_for (window);

  while (below != NULL && below != self)
    below = gtk_window_get_transient_for (below);

  return below == self;
}

/* The toolkit's own windows, as to choose a file or to print. Closed they answer
 * that nothing was chosen; whoever does not listen to that is taken away. */
static void
close_windows (GtkWindow *self)
{
  g_autolist (GtkWindow) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = windows; l != NULL; l = l->next)
    if (is_above (l->data, self))
      gtk_window_close (l->data);
  for (GList *l = windows; l != NULL; l = l->next)
    if (is_above (l->data, self) && gtk_widget_get_visible (l->data))
      gtk_window_destroy (l->data);
}

/* A menu that is destroyed while it is open takes the page below it along into a
 * circle of references that nothing breaks. */
static void
close_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
}

void
cab_window_close_dialogs (CabWindow *self)
{
  AdwDialog *dialog;

  close_windows (GTK_WINDOW (self));
  close_popovers (GTK_WIDGET (self));
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
         != NULL)
    adw_dialog_force_close (dialog);
  adw_toast_overlay_dismiss_all (self->toast_overlay);
}

static void
clear_clipboard (GdkClipboard *clipboard)
{
  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

/* [V-172] Only what Cabinet itself put there. What is selected holds on to the
 * buffer that it was selected in, with all that could be undone. */
void
cab_window_clear_clipboards (CabWindow *self)
{
  clear_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  clear_clipboard (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)));
}

void
cab_window_lock (CabWindow *self, CabLockReason reason)
{
  g_autoptr (CabOpenPractice) practice = NULL;

  g_return_if_fail (CAB_IS_WINDOW (self));

  if (self->practice == NULL)
    return;

  cab_window_end_hand_over (self);
  /* The order of [V-170]: drafts, jobs, dialogs, pages, file, keys, threads. */
  g_clear_pointer (&self->after, cab_after_lock_free);
  self->after = cab_after_lock_new (self, reason);
  practice = g_steal_pointer (&self->practice);
  cab_window_close_dialogs (self);
  cab_undo_forget (GTK_WIDGET (self));
  if (self->after != NULL)
    cab_after_lock_keep_places (self->after, self);
  cab_open_practice_close (practice);
  cab_window_clear_clipboards (self);
  adw_bin_set_child (self->practice_bin, NULL);
  cab_action_table_bind (&cab_window_actions, GTK_WIDGET (self), NULL);
  show_lock_page (self, CAB_VAULT_OPEN_NORMAL);
  cab_forgetting_empty_texts ();
  cab_forgetting_give_back ();
  cab_harden_scrub_thread ();
  cab_window_show_again (self);
  cab_announce (GTK_WIDGET (self), _ ("Locked"));
}

/* [W-1] Size and maximized state; nothing else about the view leaves the file. */
static void
restore_size (CabWindow *self)
{
  GSettings *settings = cab_computer_get_settings ();

  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, CAB_COMPUTER_WINDOW_WIDTH),
                               g_settings_get_int (settings, CAB_COMPUTER_WINDOW_HEIGHT));
  if (g_settings_get_boolean (settings, CAB_COMPUTER_WINDOW_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
keep_size (CabWindow *self)
{
  GSettings *settings = cab_computer_get_settings ();
  int width;
  int height;

  if (settings == NULL)
    return;

  /* The size that it has, or had before it was maximized. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, CAB_COMPUTER_WINDOW_WIDTH, MAX (width, MIN_WIDTH));
  g_settings_set_int (settings, CAB_COMPUTER_WINDOW_HEIGHT, MAX (height, MIN_HEIGHT));
  g_settings_set_boolean (settings, CAB_COMPUTER_WINDOW_MAXIMIZED,
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
is_backup (const char *path)
{
  return g_str_has_suffix (path, ".cabinet-backup");
}

/* [W-50] They are beside the practice, and go with it. */
static void
close_backups (CabWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      CabWindow *other = CAB_IS_WINDOW (l->data) ? CAB_WINDOW (l->data) : NULL;

      if (other != NULL && other != self && other->path != NULL && is_backup (other->path))
        gtk_window_close (GTK_WINDOW (other));
    }
}

static gboolean
cab_window_close_request (GtkWindow *window)
{
  CabWindow *self = CAB_WINDOW (window);

  keep_size (self);
  if (cab_window_ask_before_losing (self) || cab_window_back_up_first (self))
    return GDK_EVENT_STOP;

  cab_window_lock (self, CAB_LOCK_QUIT);
  if (self->path != NULL && !is_backup (self->path))
    close_backups (self);

  return GTK_WINDOW_CLASS (cab_window_parent_class)->close_request (window);
}

static void
set_discreet (CabWindow *self, gboolean is_discreet)
{
  if (self->is_discreet == (is_discreet != FALSE))
    return;

  self->is_discreet = is_discreet != FALSE;
  if (self->practice != NULL)
    cab_open_practice_set_discreet (self->practice, is_discreet);
  cab_announce (GTK_WIDGET (self), is_discreet ? _ ("Names are hidden") : _ ("Names are shown"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISCREET]);
}

static void
cab_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DISCREET:
      g_value_set_boolean (value, CAB_WINDOW (object)->is_discreet);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DISCREET:
      set_discreet (CAB_WINDOW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_window_dispose (GObject *object)
{
  CabWindow *self = CAB_WINDOW (object);

  if (self->practice != NULL)
    cab_open_practice_close (self->practice);
  g_clear_object (&self->practice);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->aside);
  g_clear_weak_pointer (&self->aside_focus);
  g_clear_weak_pointer (&self->hand_window);

  G_OBJECT_CLASS (cab_window_parent_class)->dispose (object);
}

static void
cab_window_finalize (GObject *object)
{
  g_free (CAB_WINDOW (object)->path);
  cab_after_lock_free (CAB_WINDOW (object)->after);
  g_free (CAB_WINDOW (object)->pending_import);

  G_OBJECT_CLASS (cab_window_parent_class)->finalize (object);
}

static void
cab_window_class_init (CabWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_window_get_property;
  object_class->set_property = cab_window_set_property;
  object_class->dispose = cab_window_dispose;
  object_class->finalize = cab_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cab_window_close_request;

  properties[PROP_DISCREET]
      = g_param_spec_boolean ("discreet", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "win.discreet", "discreet");
  g_type_ensure (CAB_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/cab-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CabWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, CabWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CabWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, CabWindow, lock_bin);
  gtk_widget_class_bind_template_child (widget_class, CabWindow, practice_bin);
  cab_action_table_install (&cab_window_actions, widget_class);
}

/* [W-43] Ctrl+L locks over every dialog. */
static void
on_visible_dialog_cb (CabWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog != NULL)
    cab_action_table_listen_in_dialog (&cab_window_actions, GTK_WIDGET (dialog));
}

static void
cab_window_init (CabWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (on_visible_dialog_cb), NULL);
  self->is_discreet = cab_computer_get_boolean (CAB_COMPUTER_DISCREET_MODE, FALSE);
  restore_size (self);
  cab_window_accept_drops (self);
  cab_action_table_listen (&cab_window_actions, GTK_WIDGET (self));
  cab_action_table_bind (&cab_window_actions, GTK_WIDGET (self), NULL);
  update_title (self);
}
