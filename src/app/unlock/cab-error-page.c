/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-error-page.h"

#include <glib/gi18n.h>

#include "cab-plain-row.h"
#include "cab-vault-error.h"
#include "cab-verbatim.h"

#define MOST_ACTIONS 3

struct _CabErrorPage
{
  AdwBin parent_instance;

  /* Owned */
  char *path;
  char *details;

  /* Template */
  AdwStatusPage *status_page;
  GtkButton *buttons[MOST_ACTIONS];
  GtkLabel *details_label;
};

G_DEFINE_FINAL_TYPE (CabErrorPage, cab_error_page, ADW_TYPE_BIN)

/* [V-26] What the code's buttons do, in the order of their labels. A place that
 * is empty belongs to an act of a later step, which is not shown [W-7]. */
static const struct
{
  CabVaultError code;
  const char *actions[MOST_ACTIONS];
} acts[] = {
  { CAB_VAULT_ERROR_NOT_FOUND, { "win.open-practice" } },
  { CAB_VAULT_ERROR_NOT_PRACTICE, { "win.open-practice", "win.restore-backup" } },
  { CAB_VAULT_ERROR_NEWER, { "win.open-read-only" } },
  { CAB_VAULT_ERROR_TEST_PROFILE, { "win.open-practice" } },
  { CAB_VAULT_ERROR_IN_USE, { "win.unlock-again", "win.open-snapshot" } },
  { CAB_VAULT_ERROR_DAMAGED_START, { "win.restore-backup" } },
  { CAB_VAULT_ERROR_DAMAGED, { "win.open-read-only", "win.restore-backup" } },
  { CAB_VAULT_ERROR_CHAIN, { "win.open-read-only" } },
  { CAB_VAULT_ERROR_OLDER, { "win.open-read-only", "win.use-this-file" } },
  { CAB_VAULT_ERROR_FORKED, { "win.open-read-only", "win.use-this-file" } },
  { CAB_VAULT_ERROR_LEASE, { "win.show-start", "win.open-anyway" } },
  { CAB_VAULT_ERROR_NO_PERMISSION, { "win.open-practice" } },
  { CAB_VAULT_ERROR_NO_SPACE, { "win.unlock-again" } },
  { CAB_VAULT_ERROR_IO, { "win.unlock-again" } },
  { CAB_VAULT_ERROR_LOW_MEMORY, { "win.unlock-again" } },
  { CAB_VAULT_ERROR_BAD_PASSPHRASE, { "win.unlock-again" } },
  { CAB_VAULT_ERROR_BAD_CODE, { "win.unlock-again" } },
  { CAB_VAULT_ERROR_MIGRATION, { "win.open-read-only" } },
  { CAB_VAULT_ERROR_CANCELLED, { "win.unlock-again" } },
};

static const char *const *
find_actions (CabVaultError code)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (acts[i].code == code)
      return acts[i].actions;

  return NULL;
}

static void
show_button (GtkButton *button, const char *label, const char *action)
{
  if (label == NULL || action == NULL)
    return;

  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_visible (GTK_WIDGET (button), TRUE);
}

static void
show_actions (CabErrorPage *self, const GError *error)
{
  const char *const *actions = NULL;

  if (error->domain == CAB_VAULT_ERROR)
    actions = find_actions ((CabVaultError)error->code);
  if (actions == NULL)
    {
      show_button (self->buttons[0], _ ("Try Again"), "win.unlock-again");
      return;
    }

  for (guint i = 0; i < MOST_ACTIONS; i++)
    show_button (self->buttons[i], cab_vault_error_get_action ((CabVaultError)error->code, i),
                 actions[i]);
}

/* [W-40] For whoever is asked for help: no content of the record. */
static char *
dup_details (const char *path, const GError *error)
{
  const char *name = cab_vault_error_get_short_name (error);

  return g_strdup_printf ("%s %d\n%s", name != NULL ? name : g_quark_to_string (error->domain),
                          error->domain == CAB_VAULT_ERROR ? cab_vault_error_get_sqlite_code (error)
                                                           : error->code,
                          path);
}

CabErrorPage *
cab_error_page_new (const char *path, const GError *error)
{
  CabErrorPage *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (CAB_TYPE_ERROR_PAGE, NULL);
  name = g_filename_display_basename (path);
  self->path = g_strdup (path);
  self->details = dup_details (path, error);
  adw_status_page_set_title (self->status_page, name);
  cab_plain_page_describe (self->status_page, error->message);
  gtk_label_set_label (self->details_label, self->details);
  show_actions (self, error);

  return self;
}

const char *
cab_error_page_get_path (CabErrorPage *self)
{
  g_return_val_if_fail (CAB_IS_ERROR_PAGE (self), NULL);

  return self->path;
}

static void
on_copy_details_cb (CabErrorPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->details);
}

static void
cab_error_page_map (GtkWidget *widget)
{
  CabErrorPage *self = CAB_ERROR_PAGE (widget);

  GTK_WIDGET_CLASS (cab_error_page_parent_class)->map (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->buttons[0])))
    gtk_widget_grab_focus (GTK_WIDGET (self->buttons[0]));
}

static void
cab_error_page_finalize (GObject *object)
{
  CabErrorPage *self = CAB_ERROR_PAGE (object);

  g_free (self->path);
  g_free (self->details);

  G_OBJECT_CLASS (cab_error_page_parent_class)->finalize (object);
}

static void
cab_error_page_class_init (CabErrorPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = cab_error_page_finalize;
  widget_class->map = cab_error_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/unlock/cab-error-page.ui");
  gtk_widget_class_set_css_name (widget_class, "error-page");
  gtk_widget_class_bind_template_child (widget_class, CabErrorPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, CabErrorPage, details_label);
  for (guint i = 0; i < MOST_ACTIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("button_%u", i);

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 G_STRUCT_OFFSET (CabErrorPage, buttons)
                                                     + i * sizeof (GtkButton *));
    }
  gtk_widget_class_bind_template_callback (widget_class, on_copy_details_cb);
}

static void
cab_error_page_init (CabErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_verbatim_set (GTK_WIDGET (self->details_label));
}
