/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-period-private.h"

#include "cab-draft.h"
#include "cab-html-private.h"
#include "cab-when.h"

#include <string.h>

/* When a record of a kind took place. A version goes with what it hangs on, a draft
 * too, unless it is of something new. */
static const struct
{
  const char *kind;
  const char *field;
} moments[] = {
  { "note", "held_on" },
  { "process-note", "held_on" },
  { "mood-entry", "felt_at" },
  { "value-rating", "rated_on" },
  { "disclosure", "disclosed_at" },
  { "attachment", "dated" },
  { "draft", "typed_at" },
  { "audit", "at" },
};

static int
find_moment (const CabKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      if (strcmp (kind->name, moments[i].kind) == 0)
        return cab_kind_find_field (kind, moments[i].field);
    }

  return -1;
}

/* (transfer full) (nullable): when it took place, beginning with the day */
static char *
dup_moment (const CabBundlePlan *plan, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  int field = find_moment (kind);
  const char *text = field < 0 ? NULL : cab_record_get_text (record, (guint)field);

  if (kind == &cab_draft_kind
      && cab_record_get_text (record, CAB_OWN (CAB_DRAFT_FIELD_TARGET_RECORD)) != NULL)
    return NULL;

  if (text != NULL && cab_kind_get_field (kind, (guint)field)->type == CAB_FIELD_INSTANT)
    return cab_when_dup_local (text, cab_html_get_zone (plan));

  return g_strdup (text);
}

gboolean
cab_bundle_period_holds (const CabBundlePlan *plan, CabRecord *record)
{
  const char *first = cab_bundle_scope_get_first_day (plan->scope);
  const char *last = cab_bundle_scope_get_last_day (plan->scope);
  g_autofree char *moment = first == NULL && last == NULL ? NULL : dup_moment (plan, record);
  const gsize day = strlen ("2026-03-31");

  return moment == NULL
         || ((first == NULL || strncmp (moment, first, day) >= 0)
             && (last == NULL || strncmp (moment, last, day) <= 0));
}

char *
cab_bundle_plan_dup_description (const CabBundlePlan *plan)
{
  const char *first = cab_bundle_scope_get_first_day (plan->scope);
  const char *last = cab_bundle_scope_get_last_day (plan->scope);
  g_autofree char *from = first == NULL ? NULL : cab_html_dup_date (first);
  g_autofree char *to = last == NULL ? NULL : cab_html_dup_date (last);

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s, of the time from %s to %s", plan->rules->description, from, to);
  if (from != NULL)
    return g_strdup_printf ("%s, of the time since %s", plan->rules->description, from);
  if (to != NULL)
    return g_strdup_printf ("%s, of the time until %s", plan->rules->description, to);

  return g_strdup (plan->rules->description);
}
