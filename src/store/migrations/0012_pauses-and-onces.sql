CREATE TABLE "once_people" (
	"once_id" text NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "once_people_once_id_person_id_pk" PRIMARY KEY("once_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "onces" (
	"id" text PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organizer_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"over" boolean NOT NULL,
	"turn" integer NOT NULL,
	"v" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_pauses" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"installation_id" uuid NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "once_people" ADD CONSTRAINT "once_people_once_id_onces_id_fk" FOREIGN KEY ("once_id") REFERENCES "public"."onces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "once_people" ADD CONSTRAINT "once_people_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "once_people" ADD CONSTRAINT "once_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onces" ADD CONSTRAINT "onces_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onces" ADD CONSTRAINT "onces_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onces" ADD CONSTRAINT "onces_organizer_id_people_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_pauses" ADD CONSTRAINT "team_pauses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_pauses" ADD CONSTRAINT "team_pauses_installation_id_installations_id_fk" FOREIGN KEY ("installation_id") REFERENCES "public"."installations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "once_people_person" ON "once_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "onces_channel" ON "onces" USING btree ("installation_id","channel");--> statement-breakpoint
CREATE INDEX "onces_person" ON "onces" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "onces_organizer" ON "onces" USING btree ("organizer_id");