/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-disclosure-page.h"

#include <glib/gi18n.h>

#include "cab-client-name.h"
#include "cab-disclosure-dialog.h"
#include "cab-format.h"
#include "cab-open-row.h"
#include "cab-practice-view.h"
#include "cab-word.h"

struct _CabDisclosurePage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  CabRow *disclosure;

  /* Template */
  CabOpenRow *client_row;
  GtkLabel *state_label;
  GtkButton *correct_button;
};

enum
{
  PROP_DISCLOSURE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabDisclosurePage, cab_disclosure_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_client (CabDisclosurePage *self)
{
  const char *client = cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CLIENT);
  gboolean is_known = cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CLIENT_ID) != NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->client_row),
                                 cab_word (cab_open_practice_get_word (self->practice), "client"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->client_row),
      client != NULL ? client
                     : cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_ABSENT_WORDS));
  gtk_widget_set_visible (GTK_WIDGET (self->client_row), is_known);
}

static void
show_state (CabDisclosurePage *self)
{
  const char *state = NULL;

  if (cab_row_get_bool (self->disclosure, CAB_DISCLOSURE_ROW_DAMAGED))
    state = _ ("Stored copy damaged");
  else if (cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CORRECTED_BY_ID) != NULL)
    state = _ ("Corrected by a later entry");
  else if (cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CORRECTS_ID) != NULL)
    state = _ ("Corrects an earlier entry");
  gtk_label_set_label (self->state_label, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), state != NULL);
}

/* [W-98] A button that cannot be used says what is missing. */
static void
show_acts (CabDisclosurePage *self)
{
  if (cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CLIENT_ID) != NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "disclosure.correct", FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->correct_button),
                               _ ("Whose record it was is erased"));
}

/* [W-28] What it shows was read while people were called otherwise. */
static void
leave (CabDisclosurePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

AdwNavigationPage *
cab_disclosure_page_new (CabOpenPractice *practice, CabDisclosureRow *disclosure)
{
  CabDisclosurePage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (CAB_IS_DISCLOSURE_ROW (disclosure), NULL);

  self = g_object_new (CAB_TYPE_DISCLOSURE_PAGE, "disclosure", disclosure, NULL);
  self->practice = g_object_ref (practice);
  g_signal_connect_object (practice, "notify::discreet", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);
  cab_action_table_bind (&cab_disclosure_actions, GTK_WIDGET (self), G_OBJECT (practice));
  show_client (self);
  show_state (self);
  show_acts (self);

  return ADW_NAVIGATION_PAGE (self);
}

typedef struct
{
  GtkWidget *from;
  CabOpenPractice *practice;
} Opening;

static gpointer
find_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabDisclosureQuery query = { .ground = -1, .digest = data };
  g_autoptr (GPtrArray) rows = cab_disclosure_row_list (practice, &query, 0, 1, NULL, error);

  return rows != NULL && rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
}

static void
on_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (GtkWidget) from = opening->from;
  g_autoptr (CabOpenPractice) practice = opening->practice;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  CabDisclosureRow *row = cab_open_practice_run_finish (practice, result, NULL);

  if (row == NULL)
    return;

  g_ptr_array_add (rows, row);
  /* The page may have gone by now, or its practice. */
  if (gtk_widget_get_root (from) == NULL || cab_open_practice_is_closed (practice))
    return;

  cab_client_name_put (rows, cab_open_practice_is_discreet (practice));
  cab_push_page (from, cab_disclosure_page_new (practice, row));
}

void
cab_disclosure_page_open (GtkWidget *from, CabOpenPractice *practice, const char *digest)
{
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (digest != NULL);

  opening = g_new0 (Opening, 1);
  opening->from = g_object_ref (from);
  opening->practice = g_object_ref (practice);
  cab_open_practice_run_async (practice, CAB_JOB_READS, find_job, g_strdup (digest), g_free,
                               g_object_unref, NULL, on_found_cb, opening);
}

static void
correct (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabDisclosurePage *self = CAB_DISCLOSURE_PAGE (widget);

  adw_dialog_present (
      cab_disclosure_dialog_new (self->practice,
                                 cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CLIENT_ID),
                                 cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CLIENT),
                                 cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_ID)),
      widget);
}

static const CabAction actions[] = {
  { "disclosure.correct", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, correct },
};

CAB_DEFINE_ACTION_TABLE (cab_disclosure_actions, actions);

static void
on_client_activated_cb (CabDisclosurePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-client", "s",
                              cab_row_get_text (self->disclosure, CAB_DISCLOSURE_ROW_CLIENT_ID));
}

static char *
get_time (CabDisclosurePage *self, const char *local)
{
  return cab_format_local (local);
}

static gboolean
has_text (CabDisclosurePage *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
cab_disclosure_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_DISCLOSURE_PAGE (object)->disclosure);
}

static void
cab_disclosure_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  CAB_DISCLOSURE_PAGE (object)->disclosure = g_value_dup_object (value);
}

static void
cab_disclosure_page_dispose (GObject *object)
{
  CabDisclosurePage *self = CAB_DISCLOSURE_PAGE (object);

  g_clear_object (&self->disclosure);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_disclosure_page_parent_class)->dispose (object);
}

static void
cab_disclosure_page_class_init (CabDisclosurePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_disclosure_page_get_property;
  object_class->set_property = cab_disclosure_page_set_property;
  object_class->dispose = cab_disclosure_page_dispose;

  properties[PROP_DISCLOSURE]
      = g_param_spec_object ("disclosure", NULL, NULL, CAB_TYPE_DISCLOSURE_ROW,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  cab_action_table_install (&cab_disclosure_actions, widget_class);
  g_type_ensure (CAB_TYPE_OPEN_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/privacy/cab-disclosure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabDisclosurePage, client_row);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosurePage, state_label);
  gtk_widget_class_bind_template_child (widget_class, CabDisclosurePage, correct_button);
  gtk_widget_class_bind_template_callback (widget_class, on_client_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_time);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
cab_disclosure_page_init (CabDisclosurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
