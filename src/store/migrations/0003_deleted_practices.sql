ALTER TABLE "leftovers" ADD COLUMN "before" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "leftovers" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "seen_events" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "leftovers" ADD CONSTRAINT "leftovers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leftovers_person" ON "leftovers" USING btree ("person_id") WHERE "leftovers"."person_id" is not null;