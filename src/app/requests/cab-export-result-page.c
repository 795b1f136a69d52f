/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-result-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-disclosure-page.h"
#include "cab-slip.h"
#include "cab-verbatim.h"
#include "cab-window-private.h"

#define CLIPBOARD_SECONDS 30

struct _CabExportResultPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabSecret *passphrase;

  /* Borrowed: weak */
  GtkWidget *window;

  /* State */
  guint n_records;

  /* Template */
  GtkLabel *path_label;
  GtkWidget *passphrase_box;
  GtkLabel *passphrase_label;
  GtkLabel *digest_label;
  GtkWidget *disclosure_button;
  GtkWidget *show_button;
};

G_DEFINE_FINAL_TYPE (CabExportResultPage, cab_export_result_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_passphrase (CabExportResultPage *self)
{
  g_autofree char *words = NULL;
  gsize length;

  gtk_widget_set_visible (self->passphrase_box, self->passphrase != NULL);
  if (self->passphrase == NULL)
    return;

  length = cab_secret_get_length (self->passphrase);
  words = g_strndup ((const char *)cab_secret_open (self->passphrase), length);
  cab_secret_close (self->passphrase);
  gtk_label_set_label (self->passphrase_label, words);
  explicit_bzero (words, length);
}

AdwNavigationPage *
cab_export_result_page_new (CabOpenPractice *practice,
                            const CabBundleResult *bundle,
                            CabSecret *passphrase,
                            GtkWidget *window)
{
  CabExportResultPage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (bundle != NULL, NULL);

  self = g_object_new (CAB_TYPE_EXPORT_RESULT_PAGE, NULL);
  self->practice = g_object_ref (practice);
  self->passphrase = passphrase != NULL ? cab_secret_dup (passphrase) : NULL;
  g_set_weak_pointer (&self->window, window);
  self->n_records = (guint)bundle->n_records;
  gtk_label_set_label (self->path_label, bundle->path);
  gtk_label_set_label (self->digest_label, bundle->tagmanifest_sha512);
  gtk_widget_set_visible (self->disclosure_button, bundle->disclosure_id != NULL);
  show_passphrase (self);

  return ADW_NAVIGATION_PAGE (self);
}

static void
on_clear_clipboard_cb (gpointer data)
{
  GdkClipboard *clipboard = data;

  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
  g_object_unref (clipboard);
}

/* [V-172] */
static void
on_copy_cb (CabExportResultPage *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_set_text (clipboard, gtk_label_get_label (self->passphrase_label));
  g_timeout_add_seconds_once (CLIPBOARD_SECONDS, on_clear_clipboard_cb, g_object_ref (clipboard));
}

/* [W-97] On paper it goes another way than the bundle; whose data it is stands on neither. */
static void
on_print_slip_cb (CabExportResultPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = g_path_get_basename (gtk_label_get_label (self->path_label));
  g_autofree char *facts = NULL;

  if (self->passphrase == NULL)
    return;

  facts = g_strdup_printf (
      /* Translators: %s is the name of a file */
      _ ("These seven words open “%s”. Any program that opens ZIP files encrypted with AES-256 "
         "asks for them, hyphens included.\n\nKeep this paper apart from the file: whoever has "
         "both can read it."),
      name);
  cab_slip_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Print Slip"),
                  _ ("Passphrase of a Bundle"), self->passphrase, facts);
}

/* [W-97] [W-98] The entry lies on a page of the window, which the dialog covers. */
static void
on_disclosure_cb (CabExportResultPage *self)
{
  g_autoptr (CabOpenPractice) practice = g_object_ref (self->practice);
  g_autofree char *digest = g_strdup (gtk_label_get_label (self->digest_label));
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  g_return_if_fail (window != NULL && dialog != NULL);

  adw_dialog_close (ADW_DIALOG (dialog));
  cab_disclosure_page_open (GTK_WIDGET (cab_window_get_view (CAB_WINDOW (window))), practice,
                            digest);
}

static void
show_in_files (GtkWidget *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (window), NULL, NULL, NULL);
}

static void
on_show_cb (CabExportResultPage *self)
{
  show_in_files (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                 gtk_label_get_label (self->path_label));
}

static void
on_toast_clicked_cb (GtkWidget *window, AdwToast *toast)
{
  show_in_files (window, g_object_get_data (G_OBJECT (toast), "cab-path"));
}

void
cab_export_result_page_tell (CabExportResultPage *self)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  g_return_if_fail (CAB_IS_EXPORT_RESULT_PAGE (self));

  if (self->window == NULL || cab_window_get_practice (CAB_WINDOW (self->window)) == NULL)
    return;

  text = g_strdup_printf (
      g_dngettext (NULL, "Exported %u item", "Exported %u items", self->n_records),
      self->n_records);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("Show in Files"));
  g_object_set_data_full (G_OBJECT (toast), "cab-path",
                          g_strdup (gtk_label_get_label (self->path_label)), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_toast_clicked_cb), self->window,
                           G_CONNECT_SWAPPED);
  cab_window_toast (CAB_WINDOW (self->window), toast);
}

/* A text that can be selected would take the focus, and be selected. */
static void
cab_export_result_page_shown (AdwNavigationPage *page)
{
  CabExportResultPage *self = CAB_EXPORT_RESULT_PAGE (page);

  gtk_widget_grab_focus (self->show_button);
  gtk_label_select_region (self->path_label, 0, 0);
}

static void
cab_export_result_page_dispose (GObject *object)
{
  CabExportResultPage *self = CAB_EXPORT_RESULT_PAGE (object);

  g_clear_pointer (&self->passphrase, cab_secret_free);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_export_result_page_parent_class)->dispose (object);
}

static void
cab_export_result_page_class_init (CabExportResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_export_result_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cab_export_result_page_shown;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/requests/cab-export-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabExportResultPage, path_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportResultPage, passphrase_box);
  gtk_widget_class_bind_template_child (widget_class, CabExportResultPage, passphrase_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportResultPage, digest_label);
  gtk_widget_class_bind_template_child (widget_class, CabExportResultPage, disclosure_button);
  gtk_widget_class_bind_template_child (widget_class, CabExportResultPage, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_slip_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_disclosure_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
}

static void
cab_export_result_page_init (CabExportResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_verbatim_set (GTK_WIDGET (self->path_label));
  cab_verbatim_set (GTK_WIDGET (self->passphrase_label));
  cab_verbatim_set (GTK_WIDGET (self->digest_label));
}
