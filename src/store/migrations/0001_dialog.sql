CREATE TABLE "set_asides" (
	"rule" text NOT NULL,
	"critic" text NOT NULL,
	"critic_version" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "set_asides_rule_critic_critic_version_pk" PRIMARY KEY("rule","critic","critic_version")
);
