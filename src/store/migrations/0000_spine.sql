CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"draft_no" integer NOT NULL,
	"body" "bytea" NOT NULL,
	"duration_seconds" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"viewer_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"external_id" text NOT NULL,
	"tokens" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"lane" text NOT NULL,
	"performer" text NOT NULL,
	"place" text NOT NULL,
	"kind" text NOT NULL,
	"body" "bytea" NOT NULL,
	"delivery_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"sending_since" timestamp (3) with time zone,
	"holder" text,
	"ref" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"platform" text NOT NULL,
	"scope" text NOT NULL,
	"user_id" text NOT NULL,
	"ring_key" text NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"tone" text DEFAULT 'gentle' NOT NULL,
	"show_numbers" boolean DEFAULT false NOT NULL,
	"critic" text DEFAULT 'rubric' NOT NULL,
	"default_role" "bytea",
	"zone" text,
	"zone_source" text,
	"locale" text,
	"quiet_hours" jsonb,
	"paused_until" timestamp (3) with time zone,
	"notice_shown_at" timestamp (3) with time zone,
	"words_per_minute" integer,
	"last_active_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scorecards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"by" text NOT NULL,
	"critic" text DEFAULT '' NOT NULL,
	"critic_version" text DEFAULT '' NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seen_events" (
	"person_id" uuid NOT NULL,
	"event_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seen_events_person_id_event_id_pk" PRIMARY KEY("person_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"place" text NOT NULL,
	"number" integer NOT NULL,
	"stage" text NOT NULL,
	"active" boolean NOT NULL,
	"v" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"turn" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"guide_id" text NOT NULL,
	"guide_version" integer NOT NULL,
	"title" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"hash" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wakes" (
	"key" text PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"aggregate" text NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"zone" text,
	"wall_time" text,
	"v" integer NOT NULL,
	"armed_for" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_viewer_id_people_id_fk" FOREIGN KEY ("viewer_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen_events" ADD CONSTRAINT "seen_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wakes" ADD CONSTRAINT "wakes_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wakes" ADD CONSTRAINT "wakes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_draft" ON "attempts" USING btree ("session_id","kind","draft_no");--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_once" ON "grants" USING btree ("viewer_id","attempt_id");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grants_attempt" ON "grants" USING btree ("attempt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "installations_external" ON "installations" USING btree ("platform","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("key");--> statement-breakpoint
CREATE INDEX "outbox_lane" ON "outbox" USING btree ("lane","id") WHERE "outbox"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_finished" ON "outbox" USING btree ("created_at") WHERE "outbox"."state" in ('done', 'dead');--> statement-breakpoint
CREATE INDEX "outbox_person" ON "outbox" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_identity" ON "people" USING btree ("platform","scope","user_id");--> statement-breakpoint
CREATE INDEX "people_last_active" ON "people" USING btree ("last_active_at");--> statement-breakpoint
CREATE INDEX "people_installation" ON "people" USING btree ("installation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "scorecards_once" ON "scorecards" USING btree ("attempt_id","by","critic","critic_version");--> statement-breakpoint
CREATE INDEX "scorecards_person" ON "scorecards" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seen_events_at" ON "seen_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_active_place" ON "sessions" USING btree ("installation_id","place") WHERE "sessions"."active";--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_number" ON "sessions" USING btree ("person_id","number");--> statement-breakpoint
CREATE INDEX "sessions_place" ON "sessions" USING btree ("person_id","place","updated_at");--> statement-breakpoint
CREATE INDEX "sessions_story" ON "sessions" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "sessions_critiquing" ON "sessions" USING btree ("updated_at") WHERE "sessions"."stage" = 'critiquing';--> statement-breakpoint
CREATE INDEX "sessions_silent" ON "sessions" USING btree ("updated_at") WHERE "sessions"."active";--> statement-breakpoint
CREATE INDEX "stories_person" ON "stories" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "wakes_due" ON "wakes" USING btree ("due_at") WHERE "wakes"."done_at" is null;--> statement-breakpoint
CREATE INDEX "wakes_person" ON "wakes" USING btree ("person_id");